import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { compare, type Observable, type Program } from '../../src/compare/index.js';
import { SCENARIOS } from '../../src/reference/scenarios.js';
import { ROOT } from '../support/cli.js';
import {
  akepaFlow,
  ApiError,
  attachment,
  client,
  type Context,
  form,
  legacyFlow,
  license,
  separately,
} from './flows.js';
import { regressionsOf, resultIn } from './verdicts.js';

interface Broken {
  readonly what: string;
  readonly scenario: string;
  /** Default: {@link legacyFlow}. */
  readonly before?: Program | string;
  readonly after: Program | string;
  /** The rows that say so. */
  readonly rows: readonly Observable[];
}

const PROGRAMS = `${ROOT}test/compare/programs`;
const right: (context: Context) => unknown = akepaFlow();
const legacy = legacyFlow();

/** Catches refusals, as vendor-style programs do, and answers what `handle` makes of them. */
function catching(program: Program, handle: (error: ApiError) => unknown): Program {
  return async (context) => {
    try {
      return await program(context);
    } catch (error) {
      if (error instanceof ApiError) return handle(error);
      throw error;
    }
  };
}

/** Does what `program` does, and answers another thing. */
function answering(program: Program, change: (value: unknown) => unknown): Program {
  return async (context) => change(await program(context));
}

/** Works everywhere but in one scenario. */
function failingIn(scenario: string, program: Program): Program {
  return (context) => {
    if (context.scenario === scenario) throw new Error('crash');
    return program(context);
  };
}

/** Another customer's application, which the flow opens by mistake. */
async function strangers(context: Context): Promise<{ customerId: string; applicationId: string }> {
  const call = client(context);
  const { customerId } = await call('POST', '/customer/init', {
    customerReference: 'stranger',
    customerType: 'individual',
    customer: { firstName: 'Eve' },
  });
  const { applicationId } = await call('POST', '/akepa/identification', {
    customerId,
    reference: 'stranger',
  });
  return { customerId, applicationId };
}

const toStranger: Program = async (context) => {
  const other = await strangers(context);
  await akepaFlow()({ ...context, ...other, entityId: other.customerId });
  return 'Approved';
};

const alsoToStranger: Program = async (context) => {
  const value = await akepaFlow()(context);
  const other = await strangers(context);
  await akepaFlow()({ ...context, ...other, entityId: other.customerId });
  return value;
};

const BROKEN: readonly Broken[] = [
  {
    what: 'the front is uploaded twice',
    scenario: 'happy-path',
    after: akepaFlow({ files: ({ files: [front = ''] }) => [front, front] }),
    rows: ['documents'],
  },
  {
    what: 'the front is uploaded twice, where an earlier front hides the missing back',
    scenario: 'overwrite-before-decision',
    after: akepaFlow({ isBatched: true, files: ({ files: [front = ''] }) => [front, front] }),
    rows: ['documents'],
  },
  {
    what: 'the documents are named by the wrong side',
    scenario: 'happy-path',
    after: akepaFlow({
      document: (file) => ({ ...license(), name: file.includes('front') ? 'license back' : 'license front' }),
    }),
    rows: ['sides'],
  },
  {
    what: 'front and back change places on the legacy side',
    scenario: 'happy-path',
    after: legacyFlow({
      place: ({ slotIds: [first = '', second = ''], ...context }, call, slot, file) =>
        separately({ ...context, slotIds: [] }, call, slot === first ? second : first, file),
    }),
    rows: ['sides'],
  },
  {
    what: 'another customer gets them',
    scenario: 'happy-path',
    after: toStranger,
    rows: ['documents', 'decision'],
  },
  {
    what: 'another customer gets a copy',
    scenario: 'happy-path',
    after: alsoToStranger,
    rows: ['documents'],
  },
  {
    what: 'a business’s documents are its own',
    scenario: 'business-representative',
    after: akepaFlow({
      attach: (context, ids) => attachment({ ...context, entityId: context.customerId }, ids),
    }),
    rows: ['decision', 'output'],
  },
  {
    what: 'a licence becomes a passport',
    scenario: 'happy-path',
    after: akepaFlow({ document: () => ({ ...license(), type: 'passport' }) }),
    rows: ['documents'],
  },
  {
    what: 'a representative’s licence becomes a passport',
    scenario: 'business-representative',
    after: akepaFlow({ document: () => ({ ...license(), type: 'passport' }) }),
    rows: ['documents'],
  },
  {
    what: 'no document is attached',
    scenario: 'happy-path',
    after: async (context) => {
      const call = client(context);
      for (const file of context.files) {
        const { id } = await call('POST', '/akepa/document/generate', license());
        await call('POST', `/akepa/document/upload/${id}`, form(file));
      }
      return 'Approved';
    },
    rows: ['documents', 'decision'],
  },
  {
    what: 'only the front is attached',
    scenario: 'happy-path',
    after: akepaFlow({ files: ({ files }) => files.slice(0, 1) }),
    rows: ['documents', 'decision', 'output'],
  },
  {
    what: 'the declared extension is not the file’s',
    scenario: 'happy-path',
    after: akepaFlow({ document: () => ({ ...license(), extension: 'png' }) }),
    rows: ['documents', 'decision', 'refusals', 'output', 'errors', 'exit code'],
  },
  {
    what: 'a slot’s id is attached',
    scenario: 'happy-path',
    after: akepaFlow({
      attach: (context) => attachment({ ...context }, [context.slotIds[0]?.replace('-', '_') ?? '']),
    }),
    rows: ['documents', 'decision', 'refusals', 'output', 'errors', 'exit code'],
  },
  {
    what: 'a legacy document is attached',
    scenario: 'happy-path',
    after: async (context) => {
      const call = client(context);
      const { id } = await call('POST', '/document/generate');
      await call('POST', `/document/upload/${id}`, form(context.files[0] ?? ''));
      await call('POST', '/akepa/update', attachment(context, [id]));
    },
    rows: ['documents', 'decision', 'refusals', 'output', 'errors', 'exit code'],
  },
  {
    what: 'an akepa document is linked into a slot',
    scenario: 'happy-path',
    after: async (context) => {
      const call = client(context);
      const { id } = await call('POST', '/akepa/document/generate', license());
      await call('POST', `/akepa/document/upload/${id}`, form(context.files[0] ?? ''));
      const { customerId, slotIds } = context;
      const link = { customerId, documentId: slotIds[0], separateDocumentId: id };
      await call('POST', '/customer/kyc/document-link', link);
    },
    rows: ['documents', 'decision', 'refusals', 'output', 'errors', 'exit code'],
  },
  {
    what: 'the front goes to the slot, the back to akepa',
    scenario: 'happy-path',
    after: async (context) => {
      const call = client(context);
      await separately(context, call, context.slotIds[0] ?? '', context.files[0] ?? '');
      return akepaFlow({ files: ({ files }) => files.slice(1) })(context);
    },
    rows: ['decision', 'output'],
  },
  ...['link-before-upload', 'double-link', 'expired-token', 'unknown-customer', 'server-error'].map(
    (scenario): Broken => ({
      what: 'an error is swallowed',
      scenario,
      after: catching(right, () => undefined),
      rows: ['errors', 'exit code'],
    }),
  ),
  ...['link-before-upload', 'double-link', 'unknown-customer', 'expired-token'].map((scenario): Broken => ({
    what: 'what vendor-style programs print of an error is gone',
    scenario,
    before: catching(legacy, ({ status, answer }) => ({ status, answer })),
    after: catching(right, () => undefined),
    rows: ['output'],
  })),
  {
    what: 'an error is newly thrown',
    scenario: 'happy-path',
    after: answering(right, () => {
      throw new Error('no');
    }),
    rows: ['output', 'errors', 'exit code'],
  },
  ...['business-representative', 'overwrite-before-decision'].map((scenario): Broken => ({
    what: 'an error is newly thrown, where documents differ for a reason of their own',
    scenario,
    after: answering(akepaFlow({ isBatched: true }), () => {
      throw new Error('no');
    }),
    rows: ['output', 'errors', 'exit code'],
  })),
  {
    what: 'the output is another one',
    scenario: 'happy-path',
    after: answering(right, (status) => `done: ${String(status)}`),
    rows: ['output'],
  },
  ...['business-representative', 'overwrite-before-decision'].map((scenario): Broken => ({
    what: 'the output is another one, where documents differ for a reason of their own',
    scenario,
    after: answering(akepaFlow({ isBatched: true }), (status) => `done: ${String(status)}`),
    rows: ['output'],
  })),
  {
    what: 'the output is missing',
    scenario: 'happy-path',
    after: answering(right, () => undefined),
    rows: ['output'],
  },
  {
    what: 'an answer that was passed on is not any more',
    scenario: 'happy-path',
    before: legacyFlow({
      report: (context, call) => call('GET', `/customer/kyc/status/${context.customerId}`),
    }),
    after: answering(right, () => undefined),
    rows: ['output'],
  },
  {
    what: 'the answer that is passed on is another call’s',
    scenario: 'happy-path',
    before: legacyFlow({
      report: (context, call) => call('GET', `/customer/kyc/status/${context.customerId}`),
    }),
    after: akepaFlow({ report: (_, call) => call('POST', '/akepa/document/generate', license()) }),
    rows: ['output'],
  },
  {
    what: 'the decision is read from the legacy words',
    scenario: 'happy-path',
    before: answering(legacy, (status) => (status === 'APPROVED' ? 'verified' : 'pending')),
    after: answering(right, (status) => (status === 'APPROVED' ? 'verified' : 'pending')),
    rows: ['output'],
  },
  ...['happy-path', 'overwrite-before-decision', 'link-after-approval', 'business-representative'].map(
    (scenario): Broken => ({
      what: 'a file is cut short',
      scenario,
      // Where nothing can be attached, the bytes are nobody's.
      after: akepaFlow({
        bytes: (file) => readFileSync(file).subarray(0, -1),
        start: (context, call) =>
          scenario === 'link-after-approval' ? openAnother(context, call) : undefined,
        ...(scenario === 'link-after-approval' && {
          attach: (context: Context, ids: readonly string[]) =>
            attachment({ ...context, applicationId: opened }, ids),
        }),
      }),
      rows: ['documents'],
    }),
  ),
  {
    what: 'a copy is attached on a second try',
    scenario: 'overwrite-before-decision',
    after: akepaFlow({
      isBatched: true,
      files: ({ files: [front = '', back = ''] }) => [front, front, back],
    }),
    rows: ['documents'],
  },
  {
    what: 'a copy is attached on a second try, for a representative',
    scenario: 'business-representative',
    after: akepaFlow({
      isBatched: true,
      files: ({ files: [front = '', back = ''] }) => [front, front, back],
    }),
    rows: ['documents'],
  },
  {
    what: 'a legacy program’s answer for a refused slot is a crash after the first call',
    scenario: 'unknown-slot',
    after: akepaFlow({
      attach: () => {
        throw new Error('crash');
      },
    }),
    rows: ['refusals', 'errors'],
  },
  {
    what: 'it stops without a reason after it has looked and uploaded',
    scenario: 'link-after-approval',
    after: akepaFlow({
      start: ({ customerId, applicationId }, call) =>
        call('POST', '/akepa/status', { customerId, applicationId }),
      attach: () => {
        throw new Error('crash');
      },
    }),
    rows: ['documents', 'output', 'errors', 'exit code'],
  },
  ...['hyphenated-ids', 'link-after-approval'].map((scenario): Broken => ({
    what: 'a refusal without the expected fields makes it crash',
    scenario,
    after: async (context) => {
      try {
        return await right(context);
      } catch {
        const message = JSON.parse('{}') as { message: string };
        return message.message.includes('x');
      }
    },
    rows: ['errors', 'exit code'],
  })),
  {
    what: 'the 401 is ignored, and every call made',
    scenario: 'expired-token',
    after: async (context) => {
      for (const path of ['/akepa/document/generate', '/akepa/update', '/akepa/status'])
        await client(context)('POST', path, {}).catch(() => undefined);
      return 'Approved';
    },
    rows: ['output', 'errors', 'exit code'],
  },
  {
    what: 'the exit code of a refusal is another one',
    scenario: 'link-before-upload',
    before: `node "${PROGRAMS}/old.mjs" fetch message`,
    after: `node "${PROGRAMS}/new.mjs" fetch throw`,
    rows: ['exit code'],
  },
  {
    what: 'an upload is tried again, where the legacy program gives up',
    scenario: 'server-error',
    after: async (context) => {
      await Promise.resolve(right(context)).catch(() => undefined);
      return right(context);
    },
    rows: ['documents', 'decision', 'output', 'errors', 'exit code'],
  },
  {
    what: 'a path that does not exist is called on the way',
    scenario: 'happy-path',
    after: akepaFlow({ start: (_, call) => call('POST', '/akepa/documents', {}).catch(() => undefined) }),
    rows: ['refusals'],
  },
];

let opened = '';
async function openAnother({ customerId }: Context, call: ReturnType<typeof client>): Promise<void> {
  opened = (await call('POST', '/akepa/identification', { customerId, reference: 'again' })).applicationId;
}

/** What a crash before the first call shows in. */
const LOST: readonly Observable[] = ['documents', 'decision', 'output', 'errors', 'exit code'];
const UNASKED: readonly Observable[] = ['decision', 'refusals', 'errors'];
const CRASHES: Readonly<Record<string, readonly Observable[]>> = {
  'happy-path': LOST,
  'overwrite-before-decision': LOST,
  'link-after-approval': LOST,
  'double-link': ['documents', 'decision', 'refusals', 'errors'],
  'link-before-upload': UNASKED,
  'unknown-slot': UNASKED,
  'unknown-customer': ['refusals', 'errors'],
  'expired-token': UNASKED,
  'server-error': UNASKED,
  'pdf-upload': LOST,
  'business-representative': LOST,
  'hyphenated-ids': LOST,
};

describe('a broken migration is a regression', () => {
  test.each(BROKEN)('$what ($scenario)', async ({ scenario, before = legacy, after, rows }) => {
    const result = await resultIn(scenario, before, after);
    expect(result.verdict).toBe('regression');
    expect(regressionsOf(result)).toEqual(rows);
  });

  test.each(SCENARIOS.map(({ name }) => name))('a crash before the first call, in %s only', async (name) => {
    // Beside another one: a program that never calls is no migration at all.
    const other = name === 'happy-path' ? 'pdf-upload' : 'happy-path';
    const { scenarios } = await compare({
      before: legacy,
      after: failingIn(name, right),
      scenarios: [name, other],
    });
    const [result, elsewhere] = scenarios;
    expect(elsewhere?.verdict).toBe('documented');
    expect(result && regressionsOf(result)).toEqual(CRASHES[name]);
  });
});
