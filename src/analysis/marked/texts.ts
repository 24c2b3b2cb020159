import type { Node } from '../../syntax/module.js';
import { calleeName } from '../../syntax/scope.js';
import { definedBy, type Mentions } from './mentions.js';

/** Names of names of names, and objects in objects: what is deeper may be anything. */
const DEEPEST = 50;

/** Which expressions of a file are evidently texts, or objects of texts: no clients, and nothing that has one. */
export class Texts {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly mentions: Mentions) {}

  has(node: Node, depth = 0): boolean {
    if (depth > DEEPEST) return false;
    const isText = (inner: Node): boolean => this.has(inner, depth + 1);
    switch (node.type) {
      case 'Literal':
      case 'TemplateLiteral':
      case 'BinaryExpression':
        return true;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
        return isText(node.expression);
      case 'ArrayExpression':
        return node.elements.every((item) => !item || isText(item));
      case 'ObjectExpression':
        return node.properties.every((item) => item.type === 'Property' && isText(item.value));
      case 'MemberExpression':
        return isText(node.object);
      case 'CallExpression':
        // `Object.freeze({ … })`, `path.replace(':id', id)`
        if (calleeName(node) === 'freeze') return node.arguments.every(isText);
        return node.callee.type === 'MemberExpression' && isText(node.callee.object);
      case 'Identifier':
        return this.isNameOfOne(node.name, depth + 1);
      default:
        return false;
    }
  }

  private isNameOfOne(name: string, depth: number): boolean {
    const before = this.known.get(name);
    if (before !== undefined) return before;
    // What is made of itself may be anything.
    this.known.set(name, false);
    if (depth > DEEPEST) return false;
    const values = (this.mentions.get(name) ?? [])
      .map((mention) => definedBy(mention))
      .filter((value) => value !== undefined);
    const isText = values.length > 0 && values.every((value) => value !== null && this.has(value, depth));
    this.known.set(name, isText);
    return isText;
  }
}
