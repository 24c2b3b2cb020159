import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerUse } from '../src/analysis/answer.js';
import type { LegacyCall } from '../src/analysis/call.js';
import { runsAfterApproval } from '../src/analysis/guards.js';
import type { AkepaConfig, UpdateShape, ValueName, Values } from '../src/config/types.js';
import { successorText } from '../src/endpoints/lookup.js';
import { evaluateKnown } from '../src/syntax/evaluate.js';
import { at, type Node, sourceOf, type Term } from '../src/syntax/module.js';
import { isSameFunction, meansTheSameAt } from '../src/syntax/names.js';
import { isWithin } from '../src/syntax/ranges.js';
import { type Budget, deref, member, newBudget } from '../src/syntax/resolve.js';
import { calleeName, findVariable, keyName } from '../src/syntax/scope.js';
import { quoted, type Style } from '../src/syntax/style.js';
import { usesOf } from '../src/syntax/uses.js';
import { hasEffect } from './effects.js';
import { applicationIdFor } from './evidence/application-id.js';
import { extensionFor } from './evidence/extension.js';
import { formParts } from './forms.js';
import type { BodyProperty, CallFacts } from './recipes/recipe.js';
import { supplyFrom } from './values.js';

/** The inferred names; the config's `akepa.update` overrides them. */
const UPDATE_SHAPE: UpdateShape = {
  customerId: 'customerId',
  applicationId: 'applicationId',
  documents: 'documents',
  entityId: 'entityId',
  documentId: 'documentId',
};

/**
 * What the recipes may know of a call.
 *
 * @param calls those of the file that may move, in its order
 * @param answer what is read of its answer
 */
export function factsOf(
  call: LegacyCall,
  values: Values,
  akepa: AkepaConfig['akepa'],
  style: Style,
  calls: readonly LegacyCall[],
  answer: readonly AnswerUse[],
): CallFacts {
  const { node, module } = call.call;
  const body = bodyProperties(call);
  // Its calls are written anew, in a function that may await.
  const isSequence = call.match.endpoint.id === 'kyc-upload';
  const target = isSequence ? node : targetOf(call, body);
  const pathParameter = (name: string): BodyProperty | undefined => pathValue(call, target, name, style);
  const known = {
    customerId: body?.find(({ name }) => name === 'customerId') ?? pathParameter('customerId'),
    documentId: body?.find(({ name }) => name === 'separateDocumentId') ?? pathParameter('documentId'),
  };
  const sources = Object.entries(known).map(([name, found]) => [
    name,
    // What a call computes is not computed twice.
    found?.hasCall ? undefined : found?.source,
  ]);
  const place = {
    node: target,
    module,
    style,
    atHand: Object.fromEntries(sources) as Record<string, string | undefined>,
    computed: Object.entries(known).flatMap(([name, found]) => (found?.hasCall ? [name] : [])),
    // `query: () => ({ … })` stands in the call, and runs in a function of its own.
    isElsewhere: !isSameFunction(target, node) && !isWithin(target, node),
    isAsync: isSequence,
    evidence: (name: ValueName) => {
      if (name === 'extension') return extensionFor(call, calls, style);
      return name === 'applicationId'
        ? applicationIdFor(call, target, known.customerId?.node, calls)
        : undefined;
    },
    successor: successorText(call.match.endpoint),
  };
  return {
    call,
    values: supplyFrom(values, place),
    body,
    pathParameter,
    formParts: formParts(call),
    afterApproval: runsAfterApproval(node, module),
    answer,
    update: { ...UPDATE_SHAPE, ...akepa?.update },
    followers: [],
    isFollower: false,
  };
}

/** The node at which what the body gets is written: the object that holds it, else the call. */
function targetOf({ call, request, through }: LegacyCall, body: readonly BodyProperty[] | undefined): Node {
  const { payload } = request;
  // The options of a wrapper are its own.
  const options = payload.kind === 'option' && through.length === 0 ? payload.options : undefined;
  const holder = body && body.length > 0 ? request.body : options;
  const object = holder && deref(holder);
  if (payload.kind === 'option' && payload.alone) return payload.alone.node;
  if (object?.node.type === 'ObjectExpression' && object.module === call.module) return object.node;
  return payload.kind === 'written' ? payload.by.node : call.node;
}

function bodyProperties({ request }: LegacyCall): BodyProperty[] | undefined {
  const object = request.body && deref(request.body);
  if (!request.body || object?.node.type !== 'ObjectExpression') return undefined;
  // `body.source = …` further down
  if (usesOf(request.body).length > 0) return undefined;
  const properties: BodyProperty[] = [];
  for (const property of object.node.properties) {
    const name = property.type === 'Property' && !property.method ? keyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined || property.kind !== 'init') return undefined;
    properties.push(describe(name, at(object, property.value)));
  }
  return properties;
}

function pathValue(call: LegacyCall, target: Node, name: string, style: Style): BodyProperty | undefined {
  const span = call.match.params[name];
  if (!span) return undefined;
  const [placed, more] = call.url.parts.filter(({ start, end }) => end > span.start && start < span.end);
  if (!placed || more) return undefined;
  const { part } = placed;
  if (part.kind === 'text') {
    const known = call.url.flat.slice(span.start, span.end);
    const filled = filledIn(known, call);
    if (filled)
      return meansTheSameAt(filled.node, target, call.call.module) ? describe(name, filled) : undefined;
    // A placeholder such as `:customerId` or `{customerId}` is no value.
    return /^(?::|\{)/.test(known)
      ? undefined
      : {
          name,
          node: undefined,
          source: quoted(known, style),
          known,
          pieces: [],
          isText: true,
          hasCall: false,
          isOnlyUse: false,
        };
  }
  const isWhole = placed.start === span.start && placed.end === span.end;
  const { written } = part;
  if (part.pseudo || !isWhole || written.module !== call.call.module) return undefined;
  if (!meansTheSameAt(written.node, target, call.call.module)) return undefined;
  const described = describe(name, written);
  // A template makes a text of a number; JSON does not.
  return isNumber(declaredType(written))
    ? { ...described, source: `String(${described.source})` }
    : described;
}

/** `{ params: { path: { customerId } } }` for `{customerId}` */
function filledIn(known: string, { call, request: { pathValues } }: LegacyCall): Term | undefined {
  const key = /^\{(\w+)\}$/.exec(known)?.[1];
  if (key === undefined || !pathValues) return undefined;
  const values = pathValues.under.reduce<Term | undefined>(
    (term, name) => term && member(term, name),
    pathValues.options,
  );
  const value = values && member(values, key);
  return value?.module === call.module ? value : undefined;
}

/** The type that the declaration of a name is annotated with. */
function declaredType({ node, module }: Term): TSESTree.TypeNode | undefined {
  if (node.type !== 'Identifier') return undefined;
  const [declared] = findVariable(node.name, node, module)?.identifiers ?? [];
  return declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
}

function isNumber(type: TSESTree.TypeNode | undefined): boolean {
  switch (type?.type) {
    case 'TSNumberKeyword':
    case 'TSBigIntKeyword':
      return true;
    case 'TSLiteralType':
      return type.literal.type === 'Literal' && typeof type.literal.value !== 'string';
    case 'TSUnionType':
      return type.types.some(isNumber);
    default:
      return false;
  }
}

/** Texts that stand in a value for certain, `-` for the hyphens of a UUID. */
function piecesOf(term: Term, budget: Budget = newBudget()): string[] {
  const value = deref(term, budget);
  const { node } = value;
  if (budget.steps <= 0) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.value !== '' ? [node.value] : [];
    case 'TemplateLiteral':
      return [
        ...node.quasis.flatMap(({ value: { cooked } }) => (cooked ? [cooked] : [])),
        ...node.expressions.flatMap((item) => piecesOf(at(value, item), budget)),
      ];
    case 'BinaryExpression':
      return node.operator === '+'
        ? [node.left, node.right].flatMap((item) => piecesOf(at(value, item), budget))
        : [];
    case 'CallExpression':
      return calleeName(node) === 'randomUUID' ? ['-'] : [];
    default:
      return [];
  }
}

function isTextLiteral(term: Term): boolean {
  const { node } = deref(term);
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

function describe(name: string, term: Term): BodyProperty {
  const variable =
    term.node.type === 'Identifier' ? findVariable(term.node.name, term.node, term.module) : undefined;
  const isOnlyUse = variable?.references.filter((reference) => reference.isRead()).length === 1;
  // The range is that of what stands in the parentheses.
  const source = term.node.type === 'SequenceExpression' ? `(${sourceOf(term)})` : sourceOf(term);
  return {
    name,
    node: term.node,
    source,
    known: evaluateKnown(term),
    pieces: piecesOf(term),
    isText: isTextLiteral(term),
    hasCall: hasEffect(term),
    isOnlyUse,
  };
}
