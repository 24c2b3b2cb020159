/** What prints a value on the server: `<%= … %>`, `<?= … ?>`, `{{ … }}`. */
const PRINTED = /<%[=-][^]{0,2000}?%>|<\?=[^]{0,2000}?\?>|\{\{\{?(?![#/^!{])[^{}]{0,2000}\}\}\}?/;
/** What only directs it: `<% … %>`, `<?php … ?>`, `{% if … %}`, `{# … #}`, `{{#if …}}`. */
const DIRECTIVE =
  /<%[^]{0,2000}?%>|<\?[^]{0,2000}?\?>|\{%[^]{0,2000}?%\}|\{#[^]{0,2000}?#\}|\{\{[#/^!][^{}]{0,2000}\}\}/;
const TAG = new RegExp(`${PRINTED.source}|(${DIRECTIVE.source})`, 'g');

/**
 * A script that a server completes, as JavaScript of the same length: a printed value becomes a name, the rest space.
 * In a string, which reads as it is, they stay.
 */
export function withoutTemplateTags(code: string): string {
  return code.replaceAll(TAG, (tag, directive: string | undefined, offset: number) => {
    if (isInString(code, offset) && !/['"`]/.test(tag)) return tag;
    const space = tag.replaceAll(/[^\r\n]/g, ' ');
    return directive === undefined ? `_${space.slice(1)}` : space;
  });
}

/** A quote is open at `offset`, by what stands before it in its line. */
function isInString(code: string, offset: number): boolean {
  const line = code.slice(Math.max(code.lastIndexOf('\n', offset) + 1, offset - 500), offset);
  return /['"`]/.test(line.replaceAll(/\\.|'[^']*'|"[^"]*"|`[^`]*`/g, ''));
}
