import { fieldOf } from '../src/config/schema.js';
import type { ValueImport, ValueName, Values, ValueSource } from '../src/config/types.js';
import { akepaEndpoint } from '../src/endpoints/lookup.js';
import type { Edit } from '../src/syntax/edits.js';
import type { AkepaId } from '../src/endpoints/types.js';
import { entityOf } from '../src/syntax/entity.js';
import { type Module, type Node, termOf } from '../src/syntax/module.js';
import { isInMethod, isUsable, mayAwait, namesIn } from '../src/syntax/names.js';
import { findVariable } from '../src/syntax/scope.js';
import { quoted, type Style } from '../src/syntax/style.js';
import type { Evidence } from './evidence/evidence.js';
import { importKind } from './edits/imports.js';
import type { Problem } from './problem.js';

/** The values that akepa requires and the code does not hold, for one call. */
export interface ValueSupply {
  /** Source text for the value; empty when it is missing, which {@link problems} then tells. */
  need(name: ValueName): string;
  /** What kept the values needed so far from being supplied. */
  problems(...endpoints: readonly [AkepaId, ...AkepaId[]]): Problem[];
  /** What the supplied expressions import. */
  imports(): ValueImport[];
  /** What is worth knowing of them. */
  notes(): string[];
  /** What has to be written besides for them to have their values. */
  edits(): Edit[];
}

/** Where a value is to stand, and what the call has at hand there. */
export interface Place {
  readonly node: Node;
  readonly module: Module;
  readonly style: Style;
  /** Source text by placeholder. */
  readonly atHand: Readonly<Record<string, string | undefined>>;
  /** Placeholders for what a call computes, which is not computed twice. */
  readonly computed: readonly string[];
  /** The node belongs to another function than the call, and runs at another time. */
  readonly isElsewhere: boolean;
  /** What is written may await, whatever the function around is. */
  readonly isAsync: boolean;
  /** What the code itself says; it goes before the config. */
  readonly evidence: (name: ValueName) => Evidence | undefined;
  /** For messages. */
  readonly successor: string;
}

/** Not `${name}` of a template literal. */
const PLACEHOLDER = /(?<!\$)\{(\w+)\}/g;

/** Supplies values from the code, and else from the config's `values`; nothing is ever guessed. */
export function supplyFrom(values: Values, place: Place): ValueSupply {
  const missing: ValueName[] = [];
  const unfit: Problem[] = [];
  const imports: ValueImport[] = [];
  const used: Evidence[] = [];
  return {
    need(name) {
      const known = place.evidence(name);
      if (known) {
        const problem = known.problem ?? contradiction(name, known, values[name]);
        if (problem) unfit.push(problem);
        used.push(known);
        return known.source;
      }
      const source = values[name];
      if (source === undefined) {
        if (!missing.includes(name)) missing.push(name);
        return '';
      }
      if (typeof source === 'string') return quoted(source, place.style);
      if (place.isElsewhere) {
        const reason = 'it is put together outside the function that sends it';
        unfit.push({ id: 'AK304', args: { part: 'body', reason, successor: place.successor } });
        return '';
      }
      const stranger = strangerIn(source, place);
      if (stranger !== undefined) {
        unfit.push(unfitFor(`\`values.${name}\``, stranger, place));
        return '';
      }
      if (source.import) imports.push(source.import);
      return filled(inQuotesOf(place.style, source.expression), place.atHand);
    },
    problems(...endpoints) {
      const last = endpoints.at(-1) ?? endpoints[0];
      return [
        ...endpoints.flatMap((endpoint) => {
          const names = missing.filter((name) => endpointOf(name, endpoints, last) === endpoint);
          return names.length > 0 ? [missingFrom(endpoint, names)] : [];
        }),
        ...unfit,
      ];
    },
    imports: () => imports,
    notes: () => [...new Set(used.flatMap(({ notes }) => notes))],
    edits: () => used.flatMap(({ edits }) => edits),
  };
}

/** What the code says goes first, but not silently. */
function contradiction(
  name: ValueName,
  { said }: Evidence,
  configured: ValueSource | undefined,
): Problem | undefined {
  if (!said || typeof configured !== 'string' || configured === said.value) return undefined;
  const args = { file: `\`${said.by}\``, key: `\`values.${name}\``, value: `\`${configured}\`` };
  return { id: 'AK340', args };
}

/** The first endpoint that has the field; the body of the last one is inferred. */
function endpointOf(name: ValueName, endpoints: readonly AkepaId[], last: AkepaId): AkepaId {
  return endpoints.find((endpoint) => fieldOf(name).endpoint === endpoint) ?? last;
}

function missingFrom(endpoint: AkepaId, names: readonly ValueName[]): Problem {
  const { method, path } = akepaEndpoint(endpoint);
  const fields = names.map((name) => `\`${fieldName(name)}\``);
  const keys = names.map((name) => `\`values.${name}\``);
  return { id: 'AK301', args: { endpoint: `${method} ${path}`, fields: list(fields), keys: list(keys) } };
}

function unfitFor(key: string, name: string, { computed }: Place): Problem {
  if (name === 'await') return { id: 'AK316', args: { key } };
  const isComputed = computed.some((placeholder) => name === `{${placeholder}}`);
  const why = isComputed ? 'is computed by a call' : 'is not at hand';
  const how = isComputed
    ? 'Put it in a const first'
    : `Bring \`${name}\` into scope, or give the value an import`;
  return { id: 'AK302', args: { key, name, why, how } };
}

/** Plain strings in the quotes of the file; an expression in which a quote may mean something else stays. */
function inQuotesOf(style: Style, expression: string): string {
  if (/[`/\\]/.test(expression)) return expression;
  return expression.replaceAll(
    /'([^'"]*)'|"([^'"]*)"/g,
    (_, single: string | undefined, double: string | undefined) => quoted(single ?? double ?? '', style),
  );
}

function filled(expression: string, atHand: Place['atHand']): string {
  return expression.replaceAll(PLACEHOLDER, (match, key: string, offset: number) => {
    const text = atHand[key] ?? '';
    const before = expression.slice(0, offset);
    const after = expression.slice(offset + match.length);
    // `{customerId}.trim()` with `a ?? b`
    const isOperand = /[^\s(,]\s*$/.test(before) || /^\s*[^\s),]/.test(after);
    return isOperand && !/^[\w$.]+$/.test(text) ? `(${text})` : text;
  });
}

/** The first name of a configured expression that means nothing at the place, or something else. */
function strangerIn(
  source: Exclude<ValueSource, string>,
  { node, module, atHand, isAsync }: Place,
): string | undefined {
  const { expression, import: imported } = source;
  const placeholder = [...expression.matchAll(PLACEHOLDER)]
    .map(([, key = '']) => key)
    .find((key) => !atHand[key]);
  if (placeholder !== undefined) return `{${placeholder}}`;
  if (/\bawait\b/.test(expression) && !isAsync && !mayAwait(node, module)) return 'await';
  if (/(?<![\w$.])this\b/.test(expression) && !isInMethod(node)) return 'this';
  if (imported && isTaken(imported, node, module)) return imported.name;
  if (imported && importKind(module) === undefined) return imported.name;
  return namesIn(expression.replaceAll(PLACEHOLDER, '0')).find(
    (name) => name !== imported?.name && !isUsable(name, node, module),
  );
}

/** The file uses the name for something else than this import, or than a `require` of the same. */
function isTaken({ name, from }: ValueImport, node: Node, module: Module): boolean {
  const variable = findVariable(name, node, module);
  const [definition] = variable?.identifiers ?? [];
  if (!definition) return false;
  const entity = entityOf(termOf(definition, module));
  return entity?.kind !== 'module' || entity.path.join('.') !== name || !isSameModule(entity.source, from);
}

/** By the whole path for relative ones; an alias such as `@/kyc` can only be compared by its end. */
function isSameModule(present: string, configured: string): boolean {
  const left = bare(present);
  const right = bare(configured);
  if (left === right || present.startsWith('.') || !configured.startsWith('.')) return left === right;
  const [, ...end] = left.split('/');
  return end.length > 0 && `/${right}`.endsWith(`/${end.join('/')}`);
}

function bare(source: string): string {
  return source.replaceAll(/^node:|\.[cm]?[jt]sx?$/g, '');
}

/** `entityId` and `applicationId` are fields of their own name in a body that is inferred. */
function fieldName(name: ValueName): string {
  return name === 'entityId' ? name : fieldOf(name).field;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${String(items.at(-1))}`;
}
