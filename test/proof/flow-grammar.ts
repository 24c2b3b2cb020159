import fc from 'fast-check';

import { CLIENTS, type FlowClient, URL_FORMS } from './flow-clients.js';

/** What a generated flow is like. */
export interface FlowPlan {
  readonly client: string;
  readonly url: string;
  /** In which order two documents go through the three steps. */
  readonly order: 'one after the other' | 'step by step' | 'in a loop' | 'only the front';
  /** Where the calls stand. */
  readonly shape: 'inline' | 'functions' | 'class';
  readonly errors: 'none' | 'rethrown' | 'logged' | 'answered';
  readonly start: 'none' | 'init' | 'init with options';
  readonly end: 'none' | 'status asked' | 'status read';
  readonly link: 'shorthand' | 'written out' | 'a const';
  /** In one call, but for the order step by step. */
  readonly kycUpload: boolean;
}

export const FLOW_PLAN: fc.Arbitrary<FlowPlan> = fc.record({
  client: fc.constantFrom(...Object.keys(CLIENTS)),
  url: fc.constantFrom(...Object.keys(URL_FORMS)),
  order: fc.constantFrom('one after the other', 'step by step', 'in a loop', 'only the front'),
  shape: fc.constantFrom('inline', 'functions', 'class'),
  errors: fc.constantFrom('none', 'rethrown', 'logged', 'answered'),
  start: fc.constantFrom('none', 'none', 'none', 'init', 'init with options'),
  end: fc.constantFrom('none', 'none', 'status asked', 'status asked', 'status read'),
  link: fc.constantFrom('shorthand', 'written out', 'a const'),
  kycUpload: fc.constantFrom(false, false, false, false, false, true),
});

/** The program of a plan, as a module that exports `place(customerId, slots, files)`. */
export function flowText(plan: FlowPlan): string {
  const url = URL_FORMS[plan.url];
  const client = url && CLIENTS[plan.client]?.(url);
  if (!client) throw new Error(`There is no client ${plan.client}`);
  const { helpers, steps } = stepsOf(plan, client);
  const body = [...startOf(plan, client), ...placing(plan, steps, client), ...endOf(plan, client)];
  const fn = ['async place(customerId, slots, files) {', ...indented(guarded(plan, body)), '}'];
  const lines =
    plan.shape === 'class'
      ? [
          'class Documents {',
          ...indented([...helpers, ...fn]),
          '}',
          'export const place = (...args) => new Documents().place(...args);',
        ]
      : [
          ...helpers.map((line) => line),
          `export ${fn[0]?.replace('async place', 'async function place')}`,
          ...fn.slice(1),
        ];
  return [...client.imports, '', ...client.setup, '', ...lines, ''].join('\n');
}

interface Steps {
  generate(): string;
  upload(id: string, file: string): string;
  link(slot: string, id: string): string[];
}

function stepsOf({ shape, link }: FlowPlan, client: FlowClient): { helpers: string[]; steps: Steps } {
  const own: Steps = {
    generate: () => `(${client.post('/document/generate', undefined)}).data.id`,
    upload: (id, file) => client.upload(`/document/upload/\${${id}}`, file),
    link: (slot, id) => linkLines(link, slot, id, client),
  };
  if (shape === 'inline') return { helpers: [], steps: own };
  const isClass = shape === 'class';
  const head = (name: string, params: string): string =>
    isClass ? `async ${name}(${params}) {` : `async function ${name}(${params}) {`;
  const self = isClass ? 'this.' : '';
  return {
    helpers: [
      head('generate', ''),
      `  return ${own.generate()};`,
      '}',
      head('upload', 'id, file'),
      `  ${own.upload('id', 'file')};`,
      '}',
      head('link', 'customerId, slot, id'),
      ...indented(own.link('slot', 'id')),
      '}',
    ],
    steps: {
      generate: () => `await ${self}generate()`,
      upload: (id, file) => `await ${self}upload(${id}, ${file})`,
      link: (slot, id) => [`await ${self}link(customerId, ${slot}, ${id});`],
    },
  };
}

function linkLines(form: FlowPlan['link'], slot: string, id: string, client: FlowClient): string[] {
  const literal = `{ customerId: customerId, documentId: ${slot}, separateDocumentId: ${id} }`;
  const path = '/customer/kyc/document-link';
  if (form === 'a const') return ['{', `  const link = ${literal};`, `  ${client.post(path, 'link')};`, '}'];
  const body =
    form === 'shorthand' ? `{ customerId, documentId: ${slot}, separateDocumentId: ${id} }` : literal;
  return [`${client.post(path, body)};`];
}

function startOf({ start }: FlowPlan, client: FlowClient): string[] {
  if (start === 'none') return [];
  const options = start === 'init' ? '' : ", syncMode: false, webhookURL: 'http://127.0.0.1:9/kyc'";
  return [`${client.post('/customer/kyc/init', `{ customerId${options} }`)};`];
}

function placing({ order, kycUpload }: FlowPlan, steps: Steps, client: FlowClient): string[] {
  const all = (slot: string, file: string, id: string): string[] =>
    kycUpload
      ? [
          `const ${id}Slot = ${slot};`,
          `${client.upload(`/customer/kyc/upload/\${customerId}/\${${id}Slot}`, file)};`,
        ]
      : [`const ${id} = ${steps.generate()};`, `${steps.upload(id, file)};`, ...steps.link(slot, id)];
  switch (order) {
    case 'only the front':
      return all('slots[0]', 'files[0]', 'front');
    case 'one after the other':
      return [...all('slots[0]', 'files[0]', 'front'), ...all('slots[1]', 'files[1]', 'back')];
    case 'step by step':
      return [
        `const front = ${steps.generate()};`,
        `const back = ${steps.generate()};`,
        `${steps.upload('front', 'files[0]')};`,
        `${steps.upload('back', 'files[1]')};`,
        ...steps.link('slots[0]', 'front'),
        ...steps.link('slots[1]', 'back'),
      ];
    case 'in a loop':
      return [
        'for (const [index, file] of files.entries()) {',
        ...indented(all('slots[index]', 'file', 'id')),
        '}',
      ];
  }
}

function endOf({ end }: FlowPlan, client: FlowClient): string[] {
  if (end === 'none') return ["return 'placed';"];
  const asked = client.get('/customer/kyc/status/${customerId}');
  if (end === 'status asked') return [`const { code } = ${asked};`, "return code === '0';"];
  return [`const { data } = ${asked};`, "return data.kyc.status === 'APPROVED';"];
}

function guarded({ errors }: FlowPlan, body: readonly string[]): string[] {
  const handlers: Readonly<Record<Exclude<FlowPlan['errors'], 'none'>, string>> = {
    rethrown: "throw new Error('the documents were not placed');",
    logged: "console.log('not placed');",
    answered: 'return false;',
  };
  if (errors === 'none') return [...body];
  return ['try {', ...indented(body), '} catch (error) {', `  ${handlers[errors]}`, '}'];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
