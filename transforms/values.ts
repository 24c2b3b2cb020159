import { fieldOf } from '../src/config/schema.js';
import type { ValueImport, ValueName, Values, ValueSource } from '../src/config/types.js';
import { akepaEndpoint } from '../src/endpoints/lookup.js';
import type { AkepaId } from '../src/endpoints/types.js';
import type { Module, Node } from '../src/syntax/module.js';
import { isUsable, mayAwait, namesIn } from '../src/syntax/names.js';
import { bindingOf, findVariable } from '../src/syntax/scope.js';
import { quoted, type Style } from '../src/syntax/style.js';
import type { Problem } from './problem.js';

/** The values that akepa requires and the code does not hold, for one call. */
export interface ValueSupply {
  /** Source text for the value; empty when it is missing, which {@link problems} then tells. */
  need(name: ValueName): string;
  /** What kept the values needed so far from being supplied. */
  problems(endpoint: AkepaId): Problem[];
  /** What the supplied expressions import. */
  imports(): ValueImport[];
}

/** Where a value is to stand, and what the call has at hand there. */
export interface Place {
  readonly node: Node;
  readonly module: Module;
  readonly style: Style;
  /** Source text by placeholder. */
  readonly atHand: Readonly<Record<string, string | undefined>>;
}

/** Not `${name}` of a template literal. */
const PLACEHOLDER = /(?<!\$)\{(\w+)\}/g;

/** Supplies values from the config's `values`; nothing is ever guessed. */
export function supplyFrom(values: Values, place: Place): ValueSupply {
  const missing: ValueName[] = [];
  const unfit: Problem[] = [];
  const imports: ValueImport[] = [];
  return {
    need(name) {
      const source = values[name];
      if (source === undefined) {
        missing.push(name);
        return '';
      }
      if (typeof source === 'string') return quoted(source, place.style);
      const stranger = strangerIn(source, place);
      if (stranger !== undefined) {
        unfit.push({ id: 'AK302', args: { key: `\`values.${name}\``, name: stranger } });
        return '';
      }
      if (source.import) imports.push(source.import);
      return source.expression.replaceAll(PLACEHOLDER, (_, key: string) => place.atHand[key] ?? '');
    },
    problems(endpoint) {
      if (missing.length === 0) return unfit;
      const { method, path } = akepaEndpoint(endpoint);
      const fields = missing.map((name) => `\`${fieldName(name)}\``);
      const keys = missing.map((name) => `\`values.${name}\``);
      const args = { endpoint: `${method} ${path}`, fields: list(fields), keys: list(keys) };
      return [{ id: 'AK301', args }, ...unfit];
    },
    imports: () => imports,
  };
}

/** The first name of a configured expression that means nothing at the place, or something else. */
function strangerIn(
  source: Exclude<ValueSource, string>,
  { node, module, atHand }: Place,
): string | undefined {
  const { expression, import: imported } = source;
  const placeholder = [...expression.matchAll(PLACEHOLDER)]
    .map(([, key = '']) => key)
    .find((key) => !atHand[key]);
  if (placeholder !== undefined) return `{${placeholder}}`;
  if (/\bawait\b/.test(expression) && !mayAwait(node, module)) return 'await';
  if (imported && isTaken(imported, node, module)) return imported.name;
  return namesIn(expression.replaceAll(PLACEHOLDER, '0')).find(
    (name) => name !== imported?.name && !isUsable(name, node, module),
  );
}

/** The file uses the name for something else than this import. */
function isTaken({ name, from }: ValueImport, node: Node, module: Module): boolean {
  const variable = findVariable(name, node, module);
  if (!variable) return false;
  const binding = bindingOf(variable);
  return binding.kind !== 'import' || stem(binding.source) !== stem(from);
}

function stem(source: string): string {
  return (source.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '');
}

/** `entityId` and `applicationId` are fields of their own name in a body that is inferred. */
function fieldName(name: ValueName): string {
  return name === 'entityId' ? name : fieldOf(name).field;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${String(items.at(-1))}`;
}
