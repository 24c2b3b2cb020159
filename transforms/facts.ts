import type { AnswerUse } from '../src/analysis/answer.js';
import type { LegacyCall } from '../src/analysis/call.js';
import { runsAfterApproval } from '../src/analysis/guards.js';
import type { AkepaConfig, UpdateShape, ValueName, Values } from '../src/config/types.js';
import { successorText } from '../src/endpoints/lookup.js';
import { at, type Node } from '../src/syntax/module.js';
import { isSameFunction } from '../src/syntax/names.js';
import { isWithin } from '../src/syntax/ranges.js';
import { deref } from '../src/syntax/resolve.js';
import { keyName } from '../src/syntax/scope.js';
import type { Style } from '../src/syntax/style.js';
import { usesOf } from '../src/syntax/uses.js';
import { propertyOf } from './body-property.js';
import { applicationIdFor } from './evidence/application-id.js';
import { extensionFor } from './evidence/extension.js';
import { formParts } from './forms.js';
import { pathValue } from './path-value.js';
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
    properties.push(propertyOf(name, at(object, property.value)));
  }
  return properties;
}
