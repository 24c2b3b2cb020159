/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What is to be done with a snapshot file that holds something of the legacy side. */
export function snapshotText(sign: string): string {
  return `It holds ${sign}: let its tests answer as akepa does, update it with their runner (-u), and look at what changes.`;
}
