import type { LegacyCall } from '../../../src/analysis/call.js';
import type { ValueImport } from '../../../src/config/types.js';
import type { Node } from '../../../src/syntax/module.js';
import { endOf } from '../../../src/syntax/ranges.js';
import { deref, member } from '../../../src/syntax/resolve.js';
import type { Style } from '../../../src/syntax/style.js';
import { type Dialect, dialectOf } from '../../dialects.js';
import type { Code } from '../code.js';
import { instanceOptions, requireJsonInstance } from '../content-type.js';
import { Unsafe } from '../unsafe.js';
import { requireFollowed } from './followed.js';
import { observedBy } from './observed.js';
import { OF_ANSWER } from './options-again.js';
import { expressionOf } from './place.js';
import { throwsOnStatus } from './expectations.js';
import { givesText } from './form-payload.js';
import { type Resend, resendOf } from './resend.js';
import { type WrittenUrl, urlText } from './url-text.js';

/** How a call is made again to other paths, and how what it answers is read. */
export interface Way {
  readonly again: Resend;
  readonly url: WrittenUrl;
  readonly dialect: Dialect;
  /** Arguments that may be names for what is written out anew. */
  readonly names: readonly Node[];
  readonly frame: Frame;
}

/** What stands around the call. */
export interface Frame {
  /** The call with what is done to get its answer. */
  readonly expression: Node;
  /** What of it stands behind the call. */
  readonly suffix: string;
  /** Makes a promise of a call. */
  readonly promised: (code: Code) => Code;
  /** What a function of the three is made, where that is no promise, such as an observable. */
  readonly lazily: ((name: string) => string) | undefined;
  readonly imports: readonly ValueImport[];
  /** Its type says that the promise may give nothing. */
  readonly isOptional?: boolean;
}

/** @throws {Unsafe} where the call can't be written again for certain */
export function ownWay(call: LegacyCall, style: Style): Way {
  requireJsonInstance(call);
  if (call.request.pathValues && /[{}]/.test(call.url.flat))
    throw new Unsafe('path', 'what fills it stands beside it');
  const dialect = dialectFor(call);
  const { payload, url } = call.request;
  const options = payload.kind === 'option' ? payload.options?.node : undefined;
  return {
    dialect,
    url: urlText(call, style, url && deref(url)),
    again: resendOf(call, style),
    names: call.call.node.arguments.filter((argument) => argument === url?.node || argument === options),
    frame: observedBy(call) ?? frameOf(call),
  };
}

/** Around a call that gives a promise. */
export function frameOf(call: LegacyCall): Frame {
  const { node, module } = call.call;
  requireFollowed(call);
  const expression = expressionOf(call);
  // A chain holds what is called on it.
  const isChain =
    call.request.payload.kind === 'chain' && call.through.length === 0 && call.client !== 'wretch';
  return {
    expression,
    suffix: isChain ? '' : module.text.slice(endOf(node), endOf(expression)),
    promised: (code) => code,
    lazily: undefined,
    imports: [],
  };
}

/** @throws {Unsafe} behind `api.interceptors.response.use(…)` */
export function requireOwnAnswer({ client, request }: LegacyCall): void {
  if (client === 'axios' && request.answer.some((path) => path.length === 0))
    throw new Unsafe('request', 'an interceptor decides what it answers');
}

function dialectFor(call: LegacyCall): Dialect {
  const { client, request } = call;
  const dialect = dialectOf(client);
  if (!dialect) throw new Unsafe('request', 'its client is not known');
  requireOwnAnswer(call);
  // `ofetch.raw(…)`
  if (dialect.holder === '' && !request.answer.some((path) => path.length === 0))
    throw new Unsafe('request', 'it gives the whole response');
  const option = OF_ANSWER.find((name) =>
    instanceOptions(call.call).some((options) => member(options, name)),
  );
  if (option !== undefined) throw new Unsafe('request', `\`${option}\` decides what it answers`);
  if (throwsOnStatus(call)) return { ...dialect, failed: undefined };
  return givesText(call) ? { ...dialect, isText: true } : dialect;
}
