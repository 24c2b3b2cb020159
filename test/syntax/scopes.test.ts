import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { PACKAGE } from '../rules/consumer.js';
import { compareScopes } from './scope-differences.js';

/** Constructs whose names are easily taken for others. */
const TYPESCRIPT = `
import def, * as ns from 'a'; import { b as c, type D } from 'e'; import eq = require('f'); import al = ns.g.h;
export { c, c as d2, type D, def as default }; export type { Gen }; export { x } from 'y'; export * as z from 'y';
var hoisted = typeof hoisted; { var hoisted = 1; function inBlock() {} let hoisted2 = inBlock; } inBlock;
function over(a: string): void; function over(a: number): void; function over(a: any, ...[q = a, r]: any[]) { over(q, r); }
const x = 1; function dflt(p = x, { [x]: k = p, ...rest } = {} as any, f = () => inner) { const x = 2, inner = x; return k + rest + inner; }
const named = function named(named2) { named = named2; return named; }, anon = class Own extends Own2 { static s = Own; };
class Own2<T extends Own2 = any> { #priv = 1; [def] = ns; static { var st = this; let st2 = st; } constructor(private readonly par: T, @dec(par2) public other = par) {} m<T>(this: Own2, t: T): t is T { return arguments.length > 0; } accessor acc = Own2; get g() { return g2; } }
@dec(Own3) class Own3 extends ns.Base<D> implements D, ns.I<Own3> { @dec(Own3) field: Own3 = x; @dec() m(@dec(q9) q9: D) { return q9; } declare other: Own2<D>; static [Symbol.iterator]() {} }
abstract class Abs { abstract a(p: D): p is D; abstract b: D; abstract accessor c: D; [index: string]: any; }
try { throw x; } catch ({ message, code = message }) { let code2 = code; { var code3 = message; } } try {} catch { }
for (let i = 0, n = i; i < n; i++) { const i2 = i; } for (const k of k2) { k; } for (var v in v2) v; for (x2 of k2) x2; for (const { a1 = x, ...b1 } of k2) a1 + b1; for (let s in s) s;
switch (sw) { case 1: let sw = 2; break; default: function inSwitch() { return sw; } } lab: for (;;) { break lab; continue lab; }
let as1: any, as2: any; (as1 as any) = 1; (<any>as1) = 2; as1! += 3; (as2 as any)++; [as1, ...as2] = [as2]; ({ as1, k: as2 = x, [x]: as1.y } = as2); as1 ??= as2; as1.b.c = as2;
enum En { A = 1, 'B-b' = A, C = En.A, D = x } const enum En2 { A } declare enum En3 { Q }
namespace Ns { export const inNs = 1; namespace Inner { inNs; } export namespace Inner {} } namespace Ns.Deep { inNs; } Ns.inNs; declare module 'mod' { const inMod: D; } declare global { interface Window { w: D } } declare namespace Decl { let u: typeof x; }
type Gen<T, U extends T = T> = { [K in keyof T as K & U]?: T[K] } & U; type Cond<T> = T extends (infer I extends D)[] ? I : T extends (p: infer P) => infer R ? [P, R] : T extends { [K in infer KK]: K } ? KK : I;
interface If<T> extends Gen<T>, ns.J { (call: T): call is D; new (n: T): If<T>; method<T>(m: T): typeof m; [x]: T; prop: typeof x.y; readonly [i: number]: T; get g(): T; }
type Fn = <T>(a: T, { b }: { b: typeof a }, ...c: T[]) => asserts a is T; type Ctor = abstract new (x: D) => x; type Tup = [label: D, opt?: D, ...rest: D[]]; type Imp = import('x').Y<D>; type Tpl = \`\${D & string}\`; type Q = typeof import('q'); type U = unique symbol;
function assert(a: unknown): asserts a {} interface Va<in out T> { t: T } function generic<const T>(t: T) { return t as const satisfies T; } declare function declared(p: D): void; declare const dc: D, dd: typeof dc; export default x; using res = x; const inst = over<D>; over<D>(x); new Own2<D>(x); ns.tag<D>\`\${x}\`;
export const arrow = async <T,>(a: T, b = a) => a ?? b; const { a: { b: deep = x } = {}, ...others } = ns, [one, , two = one] = others; import.meta.url; function Nt() { return new.target; } x?.[def]?.(c); delete as1[x]; void (async () => { for await (const ch of x) ch; })();
`;
const JSX = `
import React, { Comp } from 'r'; const el = <Comp a={Comp} b="x" {...rest}><div className={React}>{el}</div><Comp.Sub.deep /><this.x /><lower.Sub /><_under /><$dollar /><a-b /></Comp>;
const frag = <><Generic<string> x={1} /></>; function Generic<T>({ x }: { x: T }) { const Comp = x as any; return <Comp />; }
`;
const SCRIPT = `
implicit = 1; var await = implicit; with (obj) { inWith = await; var w = 1; } function f() { return arguments + f; { function f2() {} } f2; } f = 2; if (x) function g() {} var g; var arguments2 = () => arguments;
for (var i = 0; i < 1; i++); for (y in z); for (var i in i); (function again() { again = 1; var again2 = again; })(); label: { break label; } function shadow(shadow) { return shadow; } var f; export2 = { f, f: 1, get g() { return g; }, [f]() {} };
`;

/** Real code, of many hands and times. */
const PACKAGES =
  'eslint/lib axios/lib rxjs/src msw/src svelte/src type-fest/source vitest/dist @reduxjs/toolkit/src'.split(
    ' ',
  );
const OWN = ['src', 'rules', 'transforms', 'scripts', 'bench', 'test'];

test.each([
  ['TypeScript', 'a.ts', TYPESCRIPT],
  ['JSX', 'a.tsx', JSX],
  ['a script', 'a.cjs', SCRIPT],
])('the names of hard constructs in %s', (_name, file, text) => {
  const { variables, differences } = compareScopes(parseModule(file, text));
  expect(differences).toEqual([]);
  expect(variables).toBeGreaterThan(5);
});

test.each([...OWN, ...PACKAGES.map((name) => join('node_modules', name))])('the names in %s', (folder) => {
  const compared = sourcesIn(join(PACKAGE, folder)).flatMap((file) => {
    const module = parsed(file);
    return module ? [compareScopes(module)] : [];
  });
  expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
  expect(compared.reduce((sum, { references }) => sum + references, 0)).toBeGreaterThan(200);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Some files are no code of their kind on purpose. */
function parsed(file: string): ReturnType<typeof parseModule> | undefined {
  try {
    return parseModule(file, readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
