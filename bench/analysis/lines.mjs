export const SEND = "{ method: 'POST' }";

/** `count` lines, each made of its number. */
export function lines(count, line) {
  return Array.from({ length: count }, (_, index) => line(index));
}

/** One file, of these lines. */
export function one(...text) {
  return { 'a.ts': `${text.flat().join('\n')}\n` };
}
