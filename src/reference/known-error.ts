import { messageOf } from '../message-of.js';

/** Something that people can act on, such as a port or a file; the message is one line for them. */
export class KnownError extends Error {
  override readonly name = 'KnownError';
}

/** What the system says went wrong, without the call and the paths that Node adds. */
export function systemReason(error: unknown): string {
  const message = messageOf(error);
  return message.replace(/, \w+(?: '.*)?$/s, '');
}
