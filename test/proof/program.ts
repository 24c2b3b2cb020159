import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { TSESTree } from '@typescript-eslint/types';
import ts from 'typescript';

import type { LegacyId } from '../../src/endpoints/types.js';
import { type Node, type Module } from '../../src/syntax/module.js';
import { parseModule } from '../../src/syntax/parse.js';
import { type ClassNode } from '../../src/syntax/module.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { isFunction, walk } from '../../src/syntax/walk.js';
import { keyName } from '../../src/syntax/scope.js';
import { folder, put } from '../support/folder.js';
import { argumentsOf } from './arguments.js';
import type { Address, Side } from './runner.js';

/** A sample's code on one side, and how it is driven. */
export interface Source {
  /** Its ending says the language. */
  readonly file: string;
  readonly text: string;
  readonly endpoint: LegacyId | undefined;
  /** The body of the driver, where the sample gives one: `kyc` is the module, `v` what the runner offers. */
  readonly run: string | undefined;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGES = fileURLToPath(new URL('packages', import.meta.url));
const STUBS = fileURLToPath(new URL('stubs', import.meta.url));
/** Packages that are no dependency, and stand in `packages` as thin layers over the clients they are made of. */
const PACKAGED =
  /['"](?:supertest|@nestjs\/axios|@playwright\/test|openapi-fetch|@hey-api\/client-fetch|request-promise(?:-native)?)['"]/;
/** Addresses that stand for connectFi's. */
const ADDRESS = /https:\/\/[\w.-]*(?:connectfi|paygears)[\w.-]*/g;

/** Folders of the programs: the stubs of their projects, and the packages. */
let workspace: string | undefined;
let programs = 0;

/** Writes a program, ready to be loaded; its code finds `base` under every name that it uses for connectFi's address. */
export function writeProgram(source: Source, { base, token }: Address): Side {
  const module = parseModule(source.file, source.text);
  const isModule = /^(?:import|export)\b/m.test(source.text);
  const folderName = `program-${++programs}`;
  const root = (workspace ??= newWorkspace());
  const path = join(root, folderName);
  const name = isModule ? 'kyc.mjs' : 'kyc.cjs';
  cpSync(STUBS, path, { recursive: true });
  if (PACKAGED.test(source.text)) cpSync(PACKAGES, join(path, 'node_modules'), { recursive: true });
  put(path, {
    'package.json': '{ "type": "commonjs" }',
    [name]: plainCode(source, isModule, base),
    'drive.mjs': driverOf(module, source),
  });
  return {
    folder: path,
    module: name,
    driver: join(path, 'drive.mjs'),
    variables: variablesIn(source.text, base, token),
  };
}

function newWorkspace(): string {
  const root = folder();
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** JavaScript that Node runs as it is. */
function plainCode({ file, text }: Source, isModule: boolean, base: string): string {
  const { outputText } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: isModule ? ts.ModuleKind.ESNext : ts.ModuleKind.None,
      jsx: ts.JsxEmit.React,
      experimentalDecorators: true,
      allowJs: true,
    },
  });
  return outputText
    .replaceAll('import.meta.env.', 'process.env.')
    .replaceAll(ADDRESS, base)
    .replaceAll(/'\$\{CONNECTFI_BASE_URL\}/g, `'${base}`)
    .replaceAll(/(from\s+['"]\.\/[\w-]+)(['"])/g, '$1.js$2');
}

function variablesIn(text: string, base: string, token: string): Record<string, string> {
  const names = [...text.matchAll(/(?:process|import\.meta)\.env\.(\w+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, /TOKEN/.test(name) ? token : base]));
}

/** Calls whatever the module exports; a module that exports nothing runs by itself. */
function driverOf(module: Module, source: Source): string {
  const body = source.run ?? callsOf(module, source).join('\n');
  return `import fs from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import FormData from 'form-data';

export default async function drive(load, v) {
  const output = [];
  const formData = async () => {
    const form = new FormData();
    form.append('file', createReadStream(v.file), 'front.jpg');
    return form;
  };
  const kyc = await load();
  ${body}
  return output;
}
`;
}

/** @throws when a parameter says nothing that is known */
function callsOf(module: Module, { endpoint, text }: Source): string[] {
  return exportsOf(module).flatMap(({ name, node }) => {
    const args = (params: readonly TSESTree.Parameter[], of: string): string => {
      const values = argumentsOf(params, endpoint, text);
      if (!values) throw new Error(`What ${of} takes is not known: give the sample a block \`js run\``);
      return values.join(', ');
    };
    if (isFunction(node)) {
      const call = `await kyc.${name}(${args(node.params, name)})`;
      return [isComponent(name, module) ? `await v.press(${call});` : `output.push(${call});`];
    }
    if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return [];
    const made = `made${name}`;
    return [
      `const ${made} = new kyc.${name}(${args(constructorOf(node)?.params ?? [], name)});`,
      ...methodsOf(node).map(
        ({ key, params }) => `output.push(await ${made}.${key}(${args(params, `${name}.${key}`)}));`,
      ),
    ];
  });
}

function isComponent(name: string, { file }: Module): boolean {
  return /\.[jt]sx$/.test(file) && /^[A-Z]/.test(name);
}

function methodsOf(cls: ClassNode): { key: string; params: readonly TSESTree.Parameter[] }[] {
  return cls.body.body.flatMap((item) => {
    if (item.type !== 'MethodDefinition' || item.kind !== 'method' || item.accessibility === 'private')
      return [];
    const key = keyName(item);
    return key === undefined || key.startsWith('#') || key.startsWith('_')
      ? []
      : [{ key, params: item.value.params }];
  });
}

function constructorOf(cls: ClassNode): TSESTree.FunctionExpression | undefined {
  const found = cls.body.body.find((item) => item.type === 'MethodDefinition' && item.kind === 'constructor');
  return found?.type === 'MethodDefinition' && found.value.type === 'FunctionExpression'
    ? found.value
    : undefined;
}

/** Functions and classes that a module exports, in any style. */
function exportsOf(module: Module): { name: string; node: Node }[] {
  const found: { name: string; node: Node }[] = [];
  const own = new Map<string, Node>();
  const add = (name: string, node: Node | null | undefined): void => {
    const value = node?.type === 'Identifier' ? own.get(node.name) : node;
    if (value) found.push({ name, node: value });
  };
  for (const statement of module.ast.body) {
    const declaration =
      statement.type.startsWith('Export') && 'declaration' in statement ? statement.declaration : statement;
    for (const [name, node] of declared(declaration)) own.set(name, node);
  }
  for (const statement of module.ast.body) {
    if (statement.type === 'ExportNamedDeclaration') {
      for (const [name, node] of declared(statement.declaration)) add(name, node);
      for (const { exported, local } of statement.specifiers)
        if (exported.type === 'Identifier') add(exported.name, local);
    }
    if (statement.type === 'ExportDefaultDeclaration') add('default', statement.declaration);
  }
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
    const left = module.text.slice(...rangeOf(node.left));
    if (left === 'module.exports' && node.right.type === 'ObjectExpression')
      for (const property of node.right.properties)
        if (property.type === 'Property') add(keyName(property) ?? '', property.value);
    if (left === 'module.exports' && node.right.type !== 'ObjectExpression') add('default', node.right);
    const [, name] = /^(?:module\.)?exports\.(\w+)$/.exec(left) ?? [];
    if (name !== undefined && name !== 'exports') add(name, node.right);
  });
  return found;
}

function declared(node: Node | null | undefined): [string, Node][] {
  if (!node) return [];
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id, init }): [string, Node][] =>
      id.type === 'Identifier' && init ? [[id.name, init]] : [],
    );
  if ((isFunction(node) || node.type === 'ClassDeclaration') && node.id) return [[node.id.name, node]];
  return [];
}
