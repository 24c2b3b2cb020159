/** Ordinary modules of an application, as text; `n` says how long one is, `to` what it imports. */

const FIELDS = [
  'id',
  'name',
  'state',
  'amount',
  'owner',
  'created',
  'updated',
  'label',
  'country',
  'currency',
];

/**
 * @typedef {{ name: string, n: number, to: readonly string[], mark: string }} Options
 *   `name` in PascalCase; `mark` is a line that holds a marker without a call, or is empty
 * @type {Readonly<Record<string, { ending: string, share: number, text: (options: Options) => string }>>}
 */
export const KINDS = {
  component: { ending: 'tsx', share: 0.25, text: component },
  test: { ending: 'test.ts', share: 0.2, text: spec },
  service: { ending: 'ts', share: 0.15, text: service },
  helpers: { ending: 'ts', share: 0.2, text: helpers },
  types: { ending: 'ts', share: 0.1, text: types },
  barrel: {
    ending: 'ts',
    share: 0.1,
    text: ({ to }) => to.map((path) => `export * from '${path}';\n`).join(''),
  },
};

function imports(name, to) {
  return to
    .map((path, index) => `import { ${name}Part${index}, make${name}${index} } from '${path}';\n`)
    .join('');
}

function component({ name, n, to, mark }) {
  const parts = range(n).map(
    (index) => `
interface ${name}${index}Props { items: readonly ${name}Row[]; title: string; onSelect?: (id: string) => void }

export function ${name}${index}({ items, title, onSelect }: ${name}${index}Props) {
  const [selected, setSelected] = useState<string | undefined>();
  const visible = useMemo(() => items.filter((item) => item.state !== 'closed'), [items]);
  useEffect(() => { document.title = \`\${title} (\${visible.length})\`; }, [title, visible.length]);
  return (
    <section className="panel panel-${index}">
      <h2>{t('${name.toLowerCase()}.title', { count: visible.length })}</h2>
      <ul>
        {visible.map((item) => (
          <li key={item.id} aria-selected={item.id === selected} onClick={() => { setSelected(item.id); onSelect?.(item.id); }}>
            <Link to={\`/${name.toLowerCase()}/\${item.id}/details\`}>{item.name}</Link>
            <span className="amount">{formatAmount(item.amount, 'EUR')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
`,
  );
  return `import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { t } from '../i18n';
${imports(name, to)}${mark}
export interface ${name}Row { id: string; name: string; state: 'open' | 'closed'; amount: number }
const formatAmount = (amount: number, currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
${parts.join('')}`;
}

function spec({ name, n, to, mark }) {
  const parts = range(n).map(
    (index) => `
  it('keeps the order of ${name.toLowerCase()} ${index}', async () => {
    const made = await create${name}({ name: 'first', amount: ${index * 7}, tags: ['a', 'b'] });
    server.use(http.get('/api/${name.toLowerCase()}/:id', () => HttpResponse.json({ ...made, state: 'open' })));
    const found = await load${name}(made.id);
    expect(found).toMatchObject({ id: made.id, name: 'first', state: 'open' });
    expect(found.tags).toEqual(['a', 'b']);
    expect(() => validate${name}({ ...found, amount: -1 })).toThrow(/amount/);
  });
`,
  );
  return `import { describe, expect, it } from 'vitest';
import { http, HttpResponse } from 'msw';
${imports(name, to)}${mark}
describe('${name}', () => {${parts.join('')}});
`;
}

function service({ name, n, to, mark }) {
  const path = name.toLowerCase();
  const parts = range(n).map(
    (index) => `
  async list${index}(query: ${name}Query): Promise<${name}[]> {
    const { data } = await this.http.get<{ items: ${name}[] }>(\`/${path}/\${query.owner}/list${index}\`, { params: query });
    return data.items.filter((item) => !query.state || item.state === query.state);
  }

  async save${index}(input: Partial<${name}>): Promise<${name}> {
    this.logger.debug({ ${path}: input.id }, 'saving');
    try {
      const { data } = await this.http.post<${name}>('/${path}/save${index}', { ...input, updated: new Date().toISOString() });
      this.cache.set(data.id, data);
      return data;
    } catch (error) {
      throw new ${name}Error('could not be saved', { cause: error });
    }
  }
`,
  );
  return `import axios, { type AxiosInstance } from 'axios';
import type { Logger } from '@acme/logger';
${imports(name, to)}${mark}
export interface ${name} { id: string; state: string; owner: string; amount: number }
export interface ${name}Query { owner: string; state?: string; page?: number }
export class ${name}Error extends Error {}

export class ${name}Service {
  private readonly cache = new Map<string, ${name}>();
  constructor(private readonly logger: Logger, private readonly http: AxiosInstance = axios.create({ baseURL: process.env.API_URL })) {}
${parts.join('')}}
`;
}

function helpers({ name, n, to, mark }) {
  const parts = range(n).map(
    (index) => `
/** Groups what has the same key. */
export function group${name}${index}<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}

export const make${name}${index} = (parts: readonly string[], limit = ${index + 10}): string =>
  parts.map((part) => part.trim()).filter(Boolean).slice(0, limit).join(' · ');

export const ${name}Part${index} = { min: ${index}, max: ${index * 10 + 5}, pattern: /^[a-z][a-z0-9-]{2,${index + 20}}$/i } as const;
`,
  );
  return `${imports(name, to)}${mark}${parts.join('')}`;
}

function types({ name, n, mark }) {
  const parts = range(n).map(
    (index) => `
export interface ${name}Model${index} {
${FIELDS.map((field) => `  readonly ${field}${index}: ${field === 'amount' ? 'number' : 'string'};`).join('\n')}
  readonly children?: readonly ${name}Model${index}[];
}
export type ${name}Event${index} =
  | { type: 'created'; value: ${name}Model${index} }
  | { type: 'removed'; id: string };
`,
  );
  return `${mark}${parts.join('')}`;
}

function range(n) {
  return Array.from({ length: n }, (_, index) => index);
}
