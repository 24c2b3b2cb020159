/** Something that people can act on, such as a port or a file; the message is one line for them. */
export class KnownError extends Error {
  override readonly name = 'KnownError';
}

/** What went wrong, as the system says it. */
export function systemReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
