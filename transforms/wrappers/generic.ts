import type { LegacyCall } from '../../src/analysis/call.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import { type Node, sourceOf } from '../../src/syntax/module.js';
import { Unsafe } from '../edits/unsafe.js';

/**
 * Whether the caller says what a wrapper answers: `post<T>(path: string): Promise<T>`.
 *
 * @throws {Unsafe} where it is declared to answer something else
 */
export function isGeneric({ call }: LegacyCall): boolean {
  const fn = passedOn(call);
  const { returnType, typeParameters } = fn?.node ?? {};
  const [parameter, more] = typeParameters?.params ?? [];
  if (!fn || more) throw new Unsafe('request', 'its wrapper has several type parameters');
  if (!returnType) return parameter !== undefined;
  const answered = answeredBy(returnType.typeAnnotation);
  const name = parameter && sourceOf({ ...fn, node: parameter.name });
  const source = sourceOf({ ...fn, node: answered });
  if (name !== undefined && [name, `AxiosResponse<${name}>`].includes(source)) return true;
  if (/^(?:any|Response|AxiosResponse|AxiosResponse<any>)$/.test(source)) return false;
  throw new Unsafe('request', `its wrapper is declared to give \`${source}\``);
}

/** What a promise of it gives. */
function answeredBy(type: Node): Node {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return type;
  const [inner] = type.typeArguments?.params ?? [];
  return type.typeName.name === 'Promise' && inner ? inner : type;
}
