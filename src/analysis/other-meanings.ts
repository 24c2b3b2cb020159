import type { TSESTree } from '@typescript-eslint/types';

import { isMadeOnServer } from '../clients/unknown.js';
import { type Module, type Node, termOf } from '../syntax/module.js';
import { calleeName, keyName } from '../syntax/scope.js';
import { isFunction } from '../syntax/walk.js';

/** Elements that lead to a page, or declare one. */
const LINKS = /^(?:a|area|\w*Link|Route|Navigate|Redirect)$/;
const LINK_ATTRIBUTES = new Set(['href', 'path', 'to']);
/** What stands beside the path of a route of a router or of a server. */
const BESIDE_ROUTES = /^(?:children|component|element|handler|lazy|loadChildren|loadComponent|redirectTo)$/i;
/** Functions that describe an operation of an own API; what only looks like it may be a client's contract. */
const DESCRIBES = /^(?:registerPath|createRoute|describeRoute)$/;
const SCHEMA_KEYS = /^\$(?:id|ref|schema)$/;

/**
 * Whether a path that is written at `node` is certainly sent nowhere: a server's own route, a route or a link of a
 * page, an operation of an API's description, a key, a module's name.
 */
export function isMeantOtherwise(node: Node, module: Module): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== node && isRoute(parent, module);
    case 'Property':
      return parent.key === node ? !parent.computed : isOfRoute(parent);
    case 'TSPropertySignature':
    case 'TSMethodSignature':
    case 'MethodDefinition':
      return parent.key === node;
    case 'JSXAttribute':
      return isLink(parent);
    case 'JSXExpressionContainer':
      return parent.parent.type === 'JSXAttribute' && isLink(parent.parent);
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
      return true;
    default:
      return false;
  }
}

/** `app.post('/document/generate', (request, response) => …)`, `new Router().get('/document/generate', handlers.create)` */
function isRoute(call: TSESTree.CallExpression, module: Module): boolean {
  return call.arguments.some((argument) => isFunction(argument)) || isMadeOnServer(termOf(call, module));
}

/** `{ path: '/document/generate', component: Generate }`, `{ openapi: { path: '/document/generate' } }`, `{ $ref: '…' }` */
export function isOfRoute(property: TSESTree.Property): boolean {
  const { parent } = property;
  if (SCHEMA_KEYS.test(keyName(property) ?? '')) return true;
  if (parent.type !== 'ObjectExpression') return false;
  const keys = parent.properties.map((item) => (item.type === 'Property' ? (keyName(item) ?? '') : ''));
  return isDescription(parent.parent) || keys.some((key) => BESIDE_ROUTES.test(key));
}

/** `openapi: { method: 'POST', path: '/document/generate' }`, `registerPath({ method: 'post', path: '/document/generate' })` */
function isDescription(parent: Node): boolean {
  if (parent.type === 'CallExpression') return DESCRIBES.test(calleeName(parent) ?? '');
  return parent.type === 'Property' && keyName(parent) === 'openapi';
}

/** `<Link to="/document/generate">`, `<Route path="/document/generate">` */
export function isLink({ name, parent }: TSESTree.JSXAttribute): boolean {
  const element = parent.name.type === 'JSXIdentifier' ? parent.name.name : '';
  return name.type === 'JSXIdentifier' && LINK_ATTRIBUTES.has(name.name) && LINKS.test(element);
}
