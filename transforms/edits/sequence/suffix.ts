import type { Code } from '../code.js';

/** `.json()` behind a call. */
export function withSuffix(code: Code, suffix: string): Code {
  if (suffix === '' || typeof code === 'string') return code;
  if (code.kind === 'chain') return { ...code, links: [...code.links, suffix] };
  if (code.kind !== 'call') return code;
  const dot = code.callee.lastIndexOf('.');
  // `got(url)` is no member of anything.
  if (dot === -1) return { ...code, after: suffix };
  const link = { ...code, callee: code.callee.slice(dot) };
  return { kind: 'chain', root: code.callee.slice(0, dot), links: [link, suffix] };
}
