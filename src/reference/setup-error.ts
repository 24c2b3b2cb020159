/** The reference can't be started as it was asked to; the message is one line for people. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** What went wrong with a file or a port, as the system says it. */
export function systemReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
