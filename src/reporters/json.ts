/** A result as one JSON document. */
export function json(result: unknown): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
