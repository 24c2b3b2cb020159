import type { LegacyCall } from '../../../src/analysis/call.js';
import { type Edit, minimal } from '../../../src/syntax/edits.js';
import type { Node } from '../../../src/syntax/module.js';
import { member } from '../../../src/syntax/resolve.js';
import type { Style } from '../../../src/syntax/style.js';
import { type Dialect, dialectOf } from '../../dialects.js';
import type { Sequence } from '../../recipes/recipe.js';
import type { Code } from '../code.js';
import { instanceOptions, requireJsonInstance } from '../content-type.js';
import { freeName } from '../free-name.js';
import { contains } from '../sharing.js';
import { Unsafe } from '../unsafe.js';
import { OF_ANSWER } from './options-again.js';
import { resendOf } from './resend.js';
import type { StatementCode } from './statements.js';
import { urlText } from './url-text.js';

/** The calls that come in place of one. */
export interface StepCodes {
  /** Generates the document, and keeps its id in a const. */
  readonly generate: readonly StatementCode[];
  readonly upload: readonly StatementCode[];
  readonly update: Code;
  /** Makes the call itself the upload; undefined where a part of it stands elsewhere. */
  readonly urlEdit: Edit | undefined;
  /** A failure is returned, not thrown. */
  readonly failure: boolean;
}

const TYPED = /\.[cm]?tsx?$/;
const ID_TYPE = '{ data: { id: string } }';

export function stepCodes(
  call: LegacyCall,
  expression: Node,
  sequence: Sequence,
  style: Style,
  rank: number,
): StepCodes {
  const { module, node } = call.call;
  requireJsonInstance(call);
  const dialect = dialectFor(call);
  const url = urlText(call, style);
  const again = resendOf(call, style);
  const name = (...names: [string, ...string[]]): string =>
    freeName(names, node, module) + (rank > 1 ? String(rank) : '');
  const generated = name('generated', 'generatedDocument');
  const answer = name('created', 'createdDocument');
  const uploaded = name('uploaded', 'uploadedDocument');
  const id = name('documentId', 'akepaDocumentId');
  const generate = again.json(url.print('akepa-document-generate'), sequence.generate);
  const update = again.json(url.print('akepa-update'), sequence.update(id));
  const uploadUrl = url.print('akepa-document-upload', id);
  const upload = again.form(uploadUrl);
  const isTyped = TYPED.test(module.file);
  const { failed } = dialect;
  const isChain = call.request.payload.kind === 'chain';
  const suffix = isChain ? '' : module.text.slice(node.range[1], expression.range[1]);
  const isOwn = contains(node.range, url.node.range) && suffix === '';
  return {
    generate: [
      ...idSteps(generate, dialect, { generated, answer, isTyped }),
      [`const ${id} = `, `${generated}.data.id`],
    ],
    upload: failed
      ? [
          [`const ${uploaded} = await `, upload],
          [`if (${failed(uploaded)}) return ${uploaded}`, ''],
        ]
      : [['await ', upload]],
    update: withSuffix(update, suffix),
    urlEdit: isOwn ? minimal(module.text, { range: url.node.range, text: uploadUrl }) : undefined,
    failure: failed !== undefined,
  };
}

function dialectFor({ call, client, request }: LegacyCall): Dialect {
  const dialect = dialectOf(client);
  if (!dialect) throw new Unsafe('request', 'its client is not known');
  // `api.interceptors.response.use(…)`
  if (client === 'axios' && request.answer.some((path) => path.length === 0))
    throw new Unsafe('request', 'an interceptor decides what it answers');
  // `ofetch.raw(…)`
  if (dialect.holder === '' && !request.answer.some((path) => path.length === 0))
    throw new Unsafe('request', 'it gives the whole response');
  const option = OF_ANSWER.find((name) => instanceOptions(call).some((options) => member(options, name)));
  if (option !== undefined) throw new Unsafe('request', `\`${option}\` decides what it answers`);
  return dialect;
}

/** The statements after which `generated` is the parsed answer. */
function idSteps(
  generate: Code,
  { holder, reader, isDirect, failed }: Dialect,
  { generated, answer, isTyped }: { generated: string; answer: string; isTyped: boolean },
): StatementCode[] {
  if (holder === '') return [[`const ${generated} = await `, generate]];
  if (holder !== undefined) return [[`const { ${holder}: ${generated} } = await `, generate]];
  if (isDirect) {
    const json = withSuffix(generate, isTyped ? `.json<${ID_TYPE}>()` : '.json()');
    return [[`const ${generated} = await `, json]];
  }
  const json = `await ${answer}${reader}.json()`;
  return [
    [`const ${answer} = await `, generate],
    ...(failed ? [[`if (${failed(answer)}) return ${answer}`, ''] as const] : []),
    [`const ${generated} = `, isTyped ? `(${json}) as ${ID_TYPE}` : json],
  ];
}

/** `.json()` behind a call. */
function withSuffix(code: Code, suffix: string): Code {
  if (suffix === '' || typeof code === 'string' || code.kind !== 'call') return code;
  const dot = code.callee.lastIndexOf('.');
  // `got(url)` is no member of anything.
  if (dot === -1) return { ...code, after: suffix };
  const link = { ...code, callee: code.callee.slice(dot) };
  return { kind: 'chain', root: code.callee.slice(0, dot), links: [link, suffix] };
}
