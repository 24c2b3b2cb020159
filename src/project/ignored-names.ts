/** Characters that mean more than `*`, or that the reader of the rules may take off. */
const SPECIAL = /[\\[?\t\uFEFF]|^ /;

/**
 * The names that the rules of a `.gitignore` can say something of: of a path, only the last part of a rule meets the
 * last part. It is there to spare most files the rules; where it answers yes, they decide.
 *
 * @param text of the `.gitignore`
 * @returns takes the name of a file or folder
 */
export function namesOfRules(text: string): (name: string, isFolder: boolean) => boolean {
  const rules = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (rules.some((rule) => SPECIAL.test(rule))) return () => true;
  const ofFolders = matcher(rules);
  // `dist/`
  const ofFiles = matcher(rules.filter((rule) => !rule.trimEnd().endsWith('/')));
  return (name, isFolder) => (isFolder ? ofFolders : ofFiles).test(name);
}

function matcher(rules: readonly string[]): RegExp {
  const names = rules.map((rule) => {
    const name = rule.trimEnd().replace(/^!/, '').replace(/\/$/, '').split('/').at(-1) ?? '';
    return name.replace(/[.+^${}()|\]]/g, '\\$&').replace(/\*+/g, '.*');
  });
  // Without a rule, no name; git ignores case where the file system does, and the reader of the rules always.
  return names.length === 0 ? /(?!)/ : new RegExp(`^(?:${names.join('|')})$`, 'is');
}
