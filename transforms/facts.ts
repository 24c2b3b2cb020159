import type { TSESTree } from '@typescript-eslint/types';

import { answerUses } from '../src/analysis/answer.js';
import type { LegacyCall } from '../src/analysis/call.js';
import { runsAfterApproval } from '../src/analysis/guards.js';
import type { AkepaConfig, UpdateShape, Values } from '../src/config/types.js';
import { evaluateKnown } from '../src/syntax/evaluate.js';
import { at, sourceOf, type Term, termOf } from '../src/syntax/module.js';
import { meansTheSameAt } from '../src/syntax/names.js';
import { deref, member } from '../src/syntax/resolve.js';
import { findVariable, keyName } from '../src/syntax/scope.js';
import { quoted, type Style } from '../src/syntax/style.js';
import { walk } from '../src/syntax/walk.js';
import type { BodyProperty, CallFacts, FormPart } from './recipes/recipe.js';
import { supplyFrom } from './values.js';

/** The inferred names; the config's `akepa.update` overrides them. */
const UPDATE_SHAPE: UpdateShape = {
  customerId: 'customerId',
  applicationId: 'applicationId',
  documents: 'documents',
  entityId: 'entityId',
  documentId: 'documentId',
};

/** What the recipes may know of a call. */
export function factsOf(
  call: LegacyCall,
  values: Values,
  akepa: AkepaConfig['akepa'],
  style: Style,
): CallFacts {
  const { node, module } = call.call;
  const body = bodyProperties(call);
  const pathParameter = (name: string): BodyProperty | undefined => pathValue(call, name, style);
  const sourceIn = (...names: string[]): string | undefined =>
    names
      .map((name) => body?.find((property) => property.name === name)?.source)
      .find((source) => source !== undefined);
  const atHand = {
    customerId: sourceIn('customerId') ?? pathParameter('customerId')?.source,
    documentId: sourceIn('separateDocumentId') ?? pathParameter('documentId')?.source,
  };
  return {
    call,
    values: supplyFrom(values, { node, module, style, atHand }),
    body,
    pathParameter,
    formParts: formParts(call),
    afterApproval: runsAfterApproval(node, module),
    answer: answerUses(call.call, call.request.answer),
    update: { ...UPDATE_SHAPE, ...akepa?.update },
  };
}

function bodyProperties({ request }: LegacyCall): BodyProperty[] | undefined {
  const object = request.body && deref(request.body);
  if (object?.node.type !== 'ObjectExpression') return undefined;
  const properties: BodyProperty[] = [];
  for (const property of object.node.properties) {
    const name = property.type === 'Property' && !property.method ? keyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined || property.kind !== 'init') return undefined;
    properties.push(describe(name, at(object, property.value)));
  }
  return properties;
}

function pathValue(call: LegacyCall, name: string, style: Style): BodyProperty | undefined {
  const span = call.match.params[name];
  if (!span) return undefined;
  const [placed, more] = call.url.parts.filter(({ start, end }) => end > span.start && start < span.end);
  if (!placed || more) return undefined;
  const { part } = placed;
  if (part.kind === 'text') {
    const known = call.url.flat.slice(span.start, span.end);
    // A placeholder such as `:customerId` is no value.
    return known.startsWith(':')
      ? undefined
      : { name, source: quoted(known, style), known, hasCall: false, isOnlyUse: false };
  }
  const isWhole = placed.start === span.start && placed.end === span.end;
  const { written } = part;
  if (part.pseudo || !isWhole || !meansTheSameAt(written.node, call.call.node, call.call.module))
    return undefined;
  return describe(name, written);
}

function describe(name: string, term: Term): BodyProperty {
  let hasCall = false;
  walk(term.node, term.module.visitorKeys, ({ type }) => {
    hasCall ||= type === 'CallExpression' || type === 'NewExpression' || type === 'TaggedTemplateExpression';
  });
  const variable =
    term.node.type === 'Identifier' ? findVariable(term.node.name, term.node, term.module) : undefined;
  const isOnlyUse = variable?.references.filter((reference) => reference.isRead()).length === 1;
  return { name, source: sourceOf(term), known: evaluateKnown(term), hasCall, isOnlyUse };
}

/** The `append` calls on the form that is sent. */
function formParts({ request }: LegacyCall): FormPart[] {
  const form = request.body && deref(request.body);
  const declarator = form?.node.type === 'NewExpression' ? form.node.parent : undefined;
  if (!form || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return [];
  const { id } = declarator;
  const references = findVariable(id.name, id, form.module)?.references ?? [];
  return references.flatMap(({ identifier }) => {
    const access = identifier.parent;
    if (access.type !== 'MemberExpression' || access.object !== identifier) return [];
    if (access.parent.type !== 'CallExpression' || access.parent.callee !== access) return [];
    const name = keyName({ key: access.property, computed: access.computed });
    return name === 'append' || name === 'set' ? [formPart(termOf(access.parent, form.module))] : [];
  });
}

function formPart(append: Term<TSESTree.CallExpression>): FormPart {
  const [part, , file] = append.node.arguments.map((argument) => at(append, argument));
  // form-data takes the name in an object too.
  const name = file && (member(file, 'filename') ?? file);
  return { part: part && evaluateKnown(part), fileName: name && evaluateKnown(name) };
}
