import type { WrongValue } from './expected.js';

/** A field of an akepa body, its path in the body and its value. */
export type Field = readonly [kind: keyof typeof RULES, path: string, value: string];

interface Rule {
  readonly most: number;
  readonly least: number;
  readonly pattern: RegExp;
}

/** The documented common schemas. */
const RULES = {
  id: { least: 1, most: 36, pattern: /^[0-9a-zA-Z_]+$/ },
  reference: { least: 1, most: 32, pattern: /^[0-9a-zA-Z]+$/ },
  text: { least: 0, most: 500, pattern: /^[^<>\n\r]*$/ },
  name: { least: 1, most: 50, pattern: /^[^<>\n\r]*$/ },
  workflow: { least: 0, most: 99, pattern: /^(BUSINESS|PERSONAL)$/ },
  extension: { least: 0, most: 99, pattern: /^(jpg|png)$/ },
} as const satisfies Record<string, Rule>;

const ENUMS: readonly string[] = ['workflow', 'extension'];

/** What the first field that breaks its rule is refused with. */
export function firstWrong(fields: readonly Field[]): WrongValue | undefined {
  for (const [kind, path, value] of fields) {
    const keyword = brokenBy(kind, value);
    if (keyword) return { keyword, instancePath: path };
  }
  return undefined;
}

function brokenBy(kind: Field[0], value: string): string | undefined {
  const { least, most, pattern } = RULES[kind];
  if (ENUMS.includes(kind)) return pattern.test(value) ? undefined : 'enum';
  if (value.length > most) return 'maxLength';
  if (value.length < least) return 'minLength';
  if (!pattern.test(value)) return 'pattern';
  return kind === 'name' && value.trim() === '' ? 'isNotOnlyWhitespace' : undefined;
}
