import type { Finding } from '../../transforms/result.js';

/** What `migrate` would do with a finding. */
export const NEXT: Readonly<Record<Finding['disposition'], string>> = {
  rewrite: 'migrate rewrites it.',
  todo: 'migrate leaves a TODO:',
  report: 'Reported only; migrate leaves it.',
};

/** Everything that a finding says, for formats that have one text for it. */
export function messageOf({ message, notes, disposition, todos }: Finding): string {
  const missing = todos.map(({ code, text }) => `${code}: ${text}`);
  return [message, ...notes, NEXT[disposition], ...missing].join(' ');
}
