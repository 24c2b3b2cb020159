import type { TSESTree } from '@typescript-eslint/types';

import type { ClassNode, Node } from '../../syntax/module.js';
import { calleeName } from '../../syntax/scope.js';
import { isFunction } from '../../syntax/walk.js';

/** What may be, or have, a value that comes from something below a node. */
export interface Flow {
  /** Whatever has one of the names in these nodes. */
  readonly named: readonly Node[];
  /** The parameters of whatever runs by the names in this node. */
  readonly runs?: Node;
  /** `this` of this class: what it inherits may be made of its own members. */
  readonly inherits?: ClassNode;
}

const NOWHERE: Flow = { named: [] };
/** Methods of containers, which give a value to whoever asks for the key beside it. */
const KEEPS = /^(?:decorate|provide|register\w*|set|constant|value|to|to[A-Z]\w*)$/;
/** What is called on clients and on wrappers of them, which are not changed by what they send. */
const SENDS = /^(?:get|post|put|patch|delete|del$|head$|request|fetch|send|load)/i;
/** What such a call answers may be another client, or a path. */
const MAKES = /(?:client|api|https?|instance|agent|sdk|url|uri|path|endpoint|route|base)s?$/i;
/** What is called on what these answer. */
const ON_ANSWERS = /^(?:then|catch|finally)$/;
/** Functions that make one object of several. */
const JOINS = /^(?:assign|merge|extend|defaults|create|freeze|definePropert\w*)$/;

/**
 * Where a value goes that is `child`, or comes from something in it, at the node around it.
 *
 * @param isAnswer `child` is what a request answers, and the value is only what was sent
 */
export function flowAt(node: Node, child: Node, isAnswer: boolean): Flow {
  switch (node.type) {
    case 'VariableDeclarator':
      return isAnswer ? NOWHERE : { named: [node.id] };
    case 'ClassDeclaration':
    case 'ClassExpression':
      return {
        named: node.id ? [node.id] : [],
        ...(node.superClass && { inherits: node }),
      };
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'TSEnumDeclaration':
    case 'TSEnumMember':
    case 'TSModuleDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return node.id ? { named: [node.id] } : NOWHERE;
    case 'AssignmentExpression':
      return node.right === child && !isAnswer ? { named: [node.left] } : NOWHERE;
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return node.right === child ? { named: [node.left] } : NOWHERE;
    case 'Property':
      return isOptions(node.parent) ? { named: provided(node) } : { named: [node.key, ...provided(node)] };
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractMethodDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return { named: [node.key] };
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return { named: [node.local] };
    case 'Identifier':
      // `http: KycHttp`, `@Inject(HTTP) http`
      return { named: [node] };
    case 'TSParameterProperty':
      return { named: [node.parameter] };
    case 'JSXAttribute':
    case 'JSXOpeningElement':
      return { named: [node.name] };
    case 'CallExpression':
    case 'NewExpression':
      return flowOfCall(node, child, isAnswer);
    default:
      return NOWHERE;
  }
}

/** Whether `child` is in what a call sends: `http.get(path)` answers no path, and no client. */
export function isSent(node: Node, child: Node): boolean {
  return node.type === 'CallExpression' && node.callee !== child && isSending(node);
}

/** Whether what stands around an answer is one, too: `await http.get(path)`, `http.get(path).then(…)` */
export function isStillAnswer(node: Node, child: Node): boolean {
  switch (node.type) {
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return true;
    case 'MemberExpression':
      return node.object === child;
    case 'CallExpression':
      return node.callee === child && ON_ANSWERS.test(calleeName(node) ?? '');
    default:
      return false;
  }
}

function isSending(call: TSESTree.CallExpression): boolean {
  const name = calleeName(call) ?? '';
  return SENDS.test(name) && !MAKES.test(name);
}

/** The options of a call, which say nothing of what else has members of these names. */
function isOptions(object: Node): boolean {
  const before = known.get(object);
  if (before !== undefined) return before;
  const isFound = isOptionsOfCall(object);
  known.set(object, isFound);
  return isFound;
}

/** Each of the members of a large object asks. */
const known = new WeakMap<Node, boolean>();

function isOptionsOfCall(object: Node): boolean {
  const { parent } = object;
  if (object.type !== 'ObjectExpression' || parent?.type !== 'CallExpression' || parent.callee === object)
    return false;
  // Its methods may mean it by `this`.
  if (object.properties.some((item) => item.type === 'Property' && isFunction(item.value))) return false;
  return !JOINS.test(calleeName(parent) ?? '');
}

/** `TOKEN` beside `useClass: KycHttp` */
function provided({ key, parent }: TSESTree.Property): Node[] {
  if (key.type !== 'Identifier' || !/^use[A-Z]/.test(key.name) || parent.type !== 'ObjectExpression')
    return [];
  return parent.properties.flatMap((item) =>
    item.type === 'Property' && item.key.type === 'Identifier' && item.key.name === 'provide'
      ? [item.value]
      : [],
  );
}

function flowOfCall(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  child: Node,
  isAnswer: boolean,
): Flow {
  const { callee, arguments: args } = call;
  // `PATHS.map((path) => …)`, `(function (root) { … })('/document')`
  const named: Node[] = isAnswer
    ? []
    : [callee, ...args].flatMap((node) => (isFunction(node) ? node.params : []));
  if (child === callee) return { named };
  const name = call.type === 'CallExpression' ? (calleeName(call) ?? '') : '';
  if (KEEPS.test(name)) named.push(callee, ...args);
  // `agent.use(prefix('/document'))`, which makes it another one.
  const isStatement = call.parent.type === 'ExpressionStatement' && !isSent(call, child);
  if (isStatement && callee.type === 'MemberExpression' && !ON_ANSWERS.test(name)) named.push(callee.object);
  return { named, runs: callee };
}
