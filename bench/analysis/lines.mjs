export const AXIOS = "import axios from 'axios';";
export const SEND = "{ method: 'POST' }";
/** A deprecated call, for what has none of its own. */
export const LAST = `fetch('/document/generate', ${SEND});`;

/** `count` lines, each made of its number. */
export function lines(count, line) {
  return Array.from({ length: count }, (_, index) => line(index));
}

/** One file, of these lines. */
export function one(...text) {
  return { 'a.ts': `${text.flat().join('\n')}\n` };
}
