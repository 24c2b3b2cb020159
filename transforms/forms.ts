import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../src/analysis/call.js';
import { linksOf } from '../src/clients/superagent.js';
import { evaluate, evaluateKnown } from '../src/syntax/evaluate.js';
import { at, type Node, type Term, termOf } from '../src/syntax/module.js';
import { deref, member } from '../src/syntax/resolve.js';
import { calleeName, findVariable, keyName } from '../src/syntax/scope.js';
import type { FormPart } from './recipes/recipe.js';

/** Functions that open the file that their first argument names. */
const OPENERS = ['createReadStream', 'fileFrom', 'fileFromSync', 'openAsBlob'];

/** What is put into the multipart form that a call sends, as far as it is in reach. */
export function formParts({ call, client, request }: LegacyCall): FormPart[] {
  if (client === 'superagent') return attachments(call);
  const form = request.body && deref(request.body);
  if (form?.node.type === 'ObjectExpression') return ownParts(at(form, form.node));
  const declarator = form?.node.type === 'NewExpression' ? form.node.parent : undefined;
  if (!form || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return [];
  const { id } = declarator;
  const references = findVariable(id.name, id, form.module)?.references ?? [];
  return references.flatMap(({ identifier }) => {
    const method = methodOn(identifier);
    return method?.name === 'append' || method?.name === 'set'
      ? [formPart(termOf(method.call, form.module))]
      : [];
  });
}

/** `postForm(url, { file })`: every key is a part. */
function ownParts(object: Term<TSESTree.ObjectExpression>): FormPart[] {
  return object.node.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return [];
    const value = at(object, property.value);
    const name = nameOf(value);
    return [{ part: keyName(property), fileName: name && fileName(name), contentType: typeOf(value) }];
  });
}

/** `.attach(part, file, name)` further on in a superagent chain. */
function attachments(call: LegacyCall['call']): FormPart[] {
  return linksOf(call).flatMap(({ name, call: link }) => (name === 'attach' ? [formPart(link)] : []));
}

/** The method that is called on what `node` gives. */
function methodOn(
  node: Node,
): { readonly name: string | undefined; readonly call: TSESTree.CallExpression } | undefined {
  const access = node.parent;
  if (access?.type !== 'MemberExpression' || access.object !== node) return undefined;
  const call = access.parent;
  if (call.type !== 'CallExpression' || call.callee !== access) return undefined;
  return { name: keyName({ key: access.property, computed: access.computed }), call };
}

/** `append(part, value, name)`; form-data and superagent take the name in an object too. */
function formPart(append: Term<TSESTree.CallExpression>): FormPart {
  const [part, value, given] = append.node.arguments.map((argument) => at(append, argument));
  const name = given ? (member(given, 'filename') ?? given) : value && nameOf(value);
  const type = (given && member(given, 'contentType')) ?? undefined;
  return {
    part: part && evaluateKnown(part),
    fileName: name && fileName(name),
    contentType: type ? evaluateKnown(type) : value && typeOf(value),
  };
}

/** What is known of a file's name: the end says the extension. */
function fileName(term: Term): string | undefined {
  const text = evaluate(term);
  return text.at(-1)?.kind === 'text'
    ? text.map((part) => (part.kind === 'text' ? part.text : '*')).join('')
    : undefined;
}

/** The type of `new Blob([…], { type })` and `new File([…], name, { type })`. */
function typeOf(value: Term): string | undefined {
  const file = deref(value);
  const { node } = file;
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier') return undefined;
  const options = node.arguments[node.callee.name === 'File' ? 2 : 1];
  const type =
    options && ['Blob', 'File'].includes(node.callee.name) ? member(at(file, options), 'type') : undefined;
  const known = type && evaluateKnown(type);
  return known === '' ? undefined : known;
}

/** The expression that says a file's name: `createReadStream('front.jpg')`, `new File([…], 'front.jpg')`. */
function nameOf(value: Term): Term | undefined {
  const file = deref(value);
  const { node } = file;
  if (node.type === 'NewExpression') {
    const [, name] = node.arguments;
    const isFile = node.callee.type === 'Identifier' && node.callee.name === 'File';
    return isFile && name ? at(file, name) : undefined;
  }
  if (node.type !== 'CallExpression') return value;
  const name = calleeName(node);
  const [path] = node.arguments;
  return name !== undefined && OPENERS.includes(name) && path ? at(file, path) : undefined;
}
