import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../src/analysis/call.js';
import { NOTES, webhookNote } from '../src/codes/notes.js';
import { AUTHORITY, HOLE } from '../src/endpoints/match.js';
import { evaluate, evaluateKnown } from '../src/syntax/evaluate.js';
import { at, type Module, type Node, type Term, termOf } from '../src/syntax/module.js';
import { rangeOf } from '../src/syntax/ranges.js';
import { deref, member } from '../src/syntax/resolve.js';
import { calleeName, keyName } from '../src/syntax/scope.js';
import { symbolAround } from '../src/syntax/symbols.js';
import { flatten } from '../src/syntax/text.js';
import { nodesOf, walk } from '../src/syntax/walk.js';
import type { Problem } from './problem.js';
import { quoteSource } from './readers/quote-source.js';

/** Methods of servers that take a path and who answers there. */
const ROUTERS = new Set(['post', 'all', 'use', 'route', 'on']);
/** What a body of the legacy API has, and none of akepa. */
const LEGACY_MEMBERS = new Set(['kyc', 'kycStatus', 'kycDocumentList']);
/** Schemas in schemas. */
const MOST_SCHEMAS = 3;
/** Next.js: the folder is the path. */
const FILE_ROUTE = /(?:^|\/)(?:app|pages)(\/.+?)(?:\/route)?\.[cm]?[jt]sx?$/;

/** Who serves a webhook. */
interface Handler {
  /** For people. */
  readonly place: string;
  readonly module: Module;
  /** What answers there: a function, or a whole file. */
  readonly nodes: readonly Term[];
}

/** What is worth knowing of an init that asks for a webhook: who serves it gets another body, and not each time. */
export function webhookNotes(call: LegacyCall, modules: readonly Module[]): string[] {
  const handlers = handlersOf(call, modules);
  if (!handlers) return [];
  const places = new Set(handlers.map(({ place }) => place));
  return [webhookNote(places.size > 0 ? [...places].join(' and ') : undefined), NOTES.webhookSilence];
}

/** The problems with who serves the webhook of an init, where it asks for what only the legacy API may send. */
export function webhookProblems(call: LegacyCall, modules: readonly Module[]): Problem[] {
  const handlers = handlersOf(call, modules) ?? [];
  const reads = handlers.flatMap(({ nodes }) => nodes.flatMap((node) => legacyReadIn(node) ?? []));
  return [...new Map(reads.map((read) => [read.node, read])).values()].map((at): Problem => {
    return { id: 'AK336', args: { source: quoteSource(at.node, at.module) }, at };
  });
}

function handlersOf({ request, match }: LegacyCall, modules: readonly Module[]): Handler[] | undefined {
  const url =
    match.endpoint.id === 'kyc-init' && request.body ? member(request.body, 'webhookURL') : undefined;
  if (!url) return undefined;
  const path = segmentsOf(flatten(evaluate(url), HOLE).flat);
  return modules.flatMap((module) => handlersIn(module, path));
}

/** Where a module serves the path, as far as its text tells. */
function handlersIn(module: Module, path: readonly string[]): Handler[] {
  const { file } = module;
  const [, folder] = FILE_ROUTE.exec(file) ?? [];
  const isFile = folder !== undefined && isServedAt(folder, path);
  const found: Handler[] = isFile ? [{ place: file, module, nodes: [termOf(module.ast, module)] }] : [];
  for (const node of nodesOf(module, 'CallExpression')) {
    const served = routeOf(termOf(node, module));
    if (!served || !isServedAt(served.route, path)) continue;
    const callee = module.text.slice(...rangeOf(node.callee));
    found.push({ place: `\`${callee}('${served.route}')\` of ${file}`, module, nodes: served.handlers });
  }
  for (const method of nodesOf(module, 'MethodDefinition')) {
    const route = decoratedRoute(method);
    if (route === undefined || !isServedAt(route, path)) continue;
    const name = symbolAround(method.value.body ?? method.value) ?? route;
    found.push({ place: `\`${name}\` of ${file}`, module, nodes: [termOf(method.value, module)] });
  }
  return found;
}

/** `router.post('/kyc', handler)`, `fastify.route({ method: 'POST', url: '/kyc', handler })` */
function routeOf(
  call: Term<TSESTree.CallExpression>,
): { readonly route: string; readonly handlers: readonly Term[] } | undefined {
  const { callee, arguments: args } = call.node;
  const name = calleeName(call.node);
  if (callee.type !== 'MemberExpression' || name === undefined || !ROUTERS.has(name)) return undefined;
  const [first, ...handlers] = args;
  const options = first && deref(at(call, first));
  if (options?.node.type === 'ObjectExpression') {
    const [url, handler] = ['url', 'handler'].map((key) => member(options, key));
    const route = url && evaluateKnown(url);
    return route === undefined ? undefined : { route, handlers: handler ? [deref(handler)] : [] };
  }
  if (first?.type !== 'Literal' || typeof first.value !== 'string' || handlers.length === 0) return undefined;
  return { route: first.value, handlers: handlers.map((item) => deref(at(call, item))) };
}

/** `kyc/hook` of `@Controller('kyc')` and `@Post('hook')`. */
function decoratedRoute(method: TSESTree.MethodDefinition): string | undefined {
  const own = decoratedBy(method, /^(?:Post|All)$/);
  if (own === undefined) return undefined;
  return [decoratedBy(method.parent.parent, /Controller$/) ?? '', own].join('/');
}

function decoratedBy(node: Node, name: RegExp): string | undefined {
  // Parsers of plain JavaScript leave them out.
  const { decorators = [] } = node as { decorators?: readonly TSESTree.Decorator[] };
  for (const { expression } of decorators) {
    if (expression.type !== 'CallExpression' || !name.test(calleeName(expression) ?? '')) continue;
    const [path] = expression.arguments;
    if (!path) return '';
    if (path.type === 'Literal' && typeof path.value === 'string') return path.value;
  }
  return undefined;
}

/** The first place in a handler, or in a schema that it checks the body with, that names what is legacy. */
function legacyReadIn(handler: Term, depth = MOST_SCHEMAS): Term | undefined {
  let found: Term | undefined;
  walk(handler.node, handler.module.visitorKeys, (node) => {
    if (found) return false;
    if (isLegacyName(node)) found = at(handler, node);
    // `Webhook.parse(request.body)`
    const checks =
      node.type === 'CallExpression' && /^(?:safe)?parse(?:Async)?$/i.test(calleeName(node) ?? '');
    if (!found && checks && node.callee.type === 'MemberExpression' && depth > 0) {
      const schema = deref(at(handler, node.callee.object));
      if (schema.node.type === 'CallExpression') found = legacyReadIn(schema, depth - 1);
    }
    return !found;
  });
  return found;
}

function isLegacyName(node: Node): boolean {
  if (node.type === 'Literal') return node.value === 'APPROVED' || node.value === 'WAITING_DATA';
  if (node.type !== 'MemberExpression' && node.type !== 'Property') return false;
  const key = node.type === 'Property' ? node.key : node.property;
  return LEGACY_MEMBERS.has(keyName({ key, computed: node.computed }) ?? '');
}

/** A router may be mounted below another path. */
function isServedAt(route: string, path: readonly string[]): boolean {
  const segments = segmentsOf(route);
  const end = path.slice(-segments.length);
  return (
    segments.length > 0 &&
    segments.length <= path.length &&
    segments.some((segment) => end.includes(segment)) &&
    segments.every((segment, index) => /^[:[*]/.test(segment) || segment === end[index])
  );
}

function segmentsOf(url: string): string[] {
  const path = url.replace(AUTHORITY, '').replace(/[?#].*$/s, '');
  return path.split('/').filter((segment) => segment !== '');
}
