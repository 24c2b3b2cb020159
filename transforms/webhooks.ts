import type { LegacyCall } from '../src/analysis/call.js';
import { NOTES, webhookNote } from '../src/codes/notes.js';
import { AUTHORITY, HOLE } from '../src/endpoints/match.js';
import { evaluate } from '../src/syntax/evaluate.js';
import type { Module } from '../src/syntax/module.js';
import { member } from '../src/syntax/resolve.js';
import { calleeName } from '../src/syntax/scope.js';
import { flatten } from '../src/syntax/text.js';
import { walk } from '../src/syntax/walk.js';

/** Methods of servers that take a path and who answers there. */
const ROUTERS = new Set(['post', 'all', 'use', 'route', 'on']);
/** Next.js: the folder is the path. */
const FILE_ROUTE = /(?:^|\/)(?:app|pages)(\/.+?)(?:\/route)?\.[cm]?[jt]sx?$/;

/** What is worth knowing of an init that asks for a webhook: who serves it gets another body, and not each time. */
export function webhookNotes({ request, match }: LegacyCall, modules: readonly Module[]): string[] {
  const url =
    match.endpoint.id === 'kyc-init' && request.body ? member(request.body, 'webhookURL') : undefined;
  if (!url) return [];
  const path = segmentsOf(flatten(evaluate(url), HOLE).flat);
  const places = modules.flatMap((module) => placesIn(module, path));
  return [
    webhookNote(places.length > 0 ? [...new Set(places)].join(' and ') : undefined),
    NOTES.webhookSilence,
  ];
}

/** Where a module serves the path, as far as its text tells. */
function placesIn(module: Module, path: readonly string[]): string[] {
  const { file } = module;
  const [, folder] = FILE_ROUTE.exec(file) ?? [];
  const places = folder !== undefined && isServedAt(folder, path) ? [file] : [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const [route, handler] = node.arguments;
    if (!handler || route?.type !== 'Literal' || typeof route.value !== 'string') return;
    const name = calleeName(node);
    if (name === undefined || !ROUTERS.has(name) || !isServedAt(route.value, path)) return;
    const callee = module.text.slice(...node.callee.range);
    places.push(`\`${callee}('${route.value}')\` of ${file}`);
  });
  return places;
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
