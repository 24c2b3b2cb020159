import { successorText } from '../endpoints/lookup.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import type { LegacyEndpoint } from '../endpoints/types.js';
import { TODO_CODES, type TodoId } from './codes.js';
import { adviceText, todoText } from './fill.js';
import { NOTICE_CODES, type NoticeId, noticeText } from './notices.js';

/** Every code with its title, findings before TODOs before notices. */
export const CODES: readonly { readonly code: string; readonly title: string }[] = [
  ...LEGACY_ENDPOINTS.map(({ code, title }) => ({ code, title: `${title} is deprecated` })),
  ...[...Object.values(TODO_CODES), ...Object.values(NOTICE_CODES)].map(({ code, title }) => ({
    code,
    title,
  })),
].sort((left, right) => (left.code < right.code ? -1 : 1));

/** The Markdown page of a code; undefined for an unknown one. */
export function codePage(code: string): string | undefined {
  const endpoint = LEGACY_ENDPOINTS.find((row) => row.code === code);
  if (endpoint) return endpointPage(endpoint);
  if (isNoticeId(code)) return noticePage(code);
  return isTodoId(code) ? todoPage(code) : undefined;
}

function endpointPage(endpoint: LegacyEndpoint): string {
  const { code, title, method, path, change, docs, mark } = endpoint;
  const successor = successorText(endpoint);
  return `# ${code}: ${title} is deprecated

\`${`${method ?? ''} ${path}`.trim()}\` (${mark}) ${successor === '' ? 'has no akepa counterpart' : `moves to \`${successor}\``}.

${change}

Vendor's page: ${docs}
`;
}

function isTodoId(code: string): code is TodoId {
  return Object.hasOwn(TODO_CODES, code);
}

function isNoticeId(code: string): code is NoticeId {
  return Object.hasOwn(NOTICE_CODES, code);
}

function noticePage(id: NoticeId): string {
  const { code, title, args, why, language, example, advice } = NOTICE_CODES[id];
  return `# ${code}: ${title}

> ${noticeText(id, args)}

## Cause

${why}

## Example

\`\`\`${language}
${example.join('\n')}
\`\`\`

## What to do

${advice}. [The gate](../gate.md) says how suppressions, the baseline and dates work.
`;
}

function todoPage(id: TodoId): string {
  const { code, title, args, why, example } = TODO_CODES[id];
  return `# ${code}: ${title}

> ${todoText(id, args)}

## Cause

${why}

## Example

\`\`\`ts
${example.join('\n')}
\`\`\`

## What to do

${adviceText(id, args)} Then run \`akepa-migrate migrate --write\` again: it takes away what is resolved.
`;
}
