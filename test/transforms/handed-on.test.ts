import { describe, expect, test } from 'vitest';

import { migratedProject, todoCodes } from './run.js';

const INIT = [
  "import axios from 'axios';",
  "import { newReference } from './applications.js';",
  'export async function start(customerId: string): Promise<void> {',
  '  await axios.post(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/init`, {',
  "    customerId, webhookURL: 'https://app.example.com/hooks/kyc',",
  '  });',
  '}',
];

/** The outcome of an init whose webhook another file serves, and what is said there. */
function served(...lines: readonly string[]): { calls: readonly string[]; codes: readonly string[] } {
  const { calls, texts } = migratedProject({ 'src/kyc.ts': INIT, 'src/hook.ts': lines });
  return { calls, codes: todoCodes(texts['src/hook.ts'] ?? '') };
}

const READ = "if (body.data.kyc.status === 'APPROVED') approve(body);";

describe('who serves a webhook and reads the legacy body holds its init back', () => {
  test.each([
    ['a router', `router.post('/hooks/kyc', (request, response) => { const { body } = request; ${READ} });`],
    [
      "Fastify's route",
      `fastify.route({ method: 'POST', url: '/hooks/kyc', handler: async ({ body }) => { ${READ} } });`,
    ],
    [
      'a controller of Nest',
      `@Controller('hooks') export class Hooks { @Post('kyc') handle(@Body() body: any) { ${READ} } }`,
    ],
    [
      'a schema of zod',
      'const Hook = z.object({ data: z.object({ kyc: z.object({ status: z.string() }) }) });',
      "router.post('/hooks/kyc', (request) => keep(Hook.parse(request.body)));",
    ],
  ])('%s', (_, ...lines) => {
    expect(served(...lines)).toEqual({ calls: ['kyc-init AK336 AK303'], codes: ['AK336'] });
  });

  test.each([
    [
      'the body of akepa',
      "router.post('/hooks/kyc', ({ body }) => { if (body.data.outcome === 'Approved') approve(body); });",
    ],
    ['another webhook', `router.post('/hooks/card', ({ body }) => { ${READ} });`],
    [
      'a controller of something else',
      `@Controller('cards') class Cards { @Post('kyc') handle(body) { ${READ} } }`,
    ],
  ])('not so %s', (_, ...lines) => {
    expect(served(...lines)).toEqual({ calls: ['kyc-init rewritten'], codes: [] });
  });
});

describe('an error that goes on', () => {
  const outcomes = (line: string, asking: string): readonly string[] =>
    migratedProject({
      'src/kyc.ts': [
        "import axios from 'axios';",
        "import { applicationOf } from './applications.js';",
        "import { KycError } from './errors.js';",
        'export async function link(customerId: string, documentId: string, separateDocumentId: string) {',
        '  try {',
        '    await axios.post(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/document-link`, {',
        '      customerId, documentId, separateDocumentId,',
        '    });',
        '  } catch (e) {',
        `    ${line}`,
        '  }',
        '}',
      ],
      'src/errors.ts': [
        '// of the kyc calls',
        'export class KycError extends Error { constructor(readonly code: string) { super(code); } }',
        asking,
      ],
    }).calls;
  const ASKING = "export const retries = (error: KycError) => error.code === 'documentNotUploaded';";

  test.each([
    'throw new KycError(e.response.data.code);',
    "throw Object.assign(new Error('no'), { code: e.response.data.code });",
    'throw e;',
  ])('with its code is held back where a file asks for the legacy code: %s', (line) => {
    expect(outcomes(line, ASKING)).toEqual(['kyc-document-link AK337 AK303']);
    expect(outcomes(line, '')).toEqual(['kyc-document-link rewritten']);
  });

  test.each([
    "if (e.response.data.code === 'documentNotUploaded') return false; throw new Error('no');",
    'console.error(e.response.data.code);',
  ])('without it is not: %s', (line) => {
    expect(outcomes(line, '')).toEqual(['kyc-document-link rewritten']);
  });
});
