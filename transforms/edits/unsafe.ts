/** Ends the making of a call's edits: names the part that can't be edited, and why. */
export class Unsafe extends Error {
  constructor(
    readonly part: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}
