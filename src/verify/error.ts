/** What was asked for can't be verified; the message is one line for people. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
}
