/** What belongs to each file, in the order in which the files occur. */
export function byFile<T extends { readonly file: string }>(items: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const same = found.get(item.file);
    if (same) same.push(item);
    else found.set(item.file, [item]);
  }
  return found;
}
