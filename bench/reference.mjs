// `npm run bench:reference`: what a call of the reference takes, beside a bare Hono route with the same body,
// with a full state beside an empty one, and how long it takes to start. Build first.
import { availableParallelism, cpus } from 'node:os';

import { bareRoute } from './reference/bare.mjs';
import { DOCUMENT, filledReference } from './reference/flow.mjs';
import { measure } from './reference/measure.mjs';
import { nodeTime, startTime } from './reference/start.mjs';

/** Calls per run; each link uses a separate document up. */
const CALLS = 1000;
const FEW = 10;
const MANY = 10_000;
/** What a full state may cost, as a ratio. */
const SLOWEST = 2;

/** A call of each kind: its body, and how it is made in a given state. */
const CALLED = {
  '/akepa/status': ({ post, customerId, applicationId }) => {
    const body = { customerId, applicationId };
    return { body, call: () => post('/akepa/status', body) };
  },
  '/customer/kyc/document-link': ({ post, separateDocument, customerId, slot }) => {
    const body = (separateDocumentId) => ({ customerId, documentId: slot, separateDocumentId });
    return {
      body: body('sdoc_0000000000000000000000'),
      // A link uses its separate document up.
      setUp: separateDocument,
      call: (id) => post('/customer/kyc/document-link', body(id)),
    };
  },
  '/akepa/document/generate': ({ post, store }) => ({
    body: DOCUMENT,
    call: () => post('/akepa/document/generate', DOCUMENT),
    // The state is to stay as small, or as large, as it was.
    tearDown: ({ id }) => store.akepaDocuments.delete(id),
  }),
};

const few = await filledReference(FEW);
const many = await filledReference(MANY);

console.log(
  `${new Date().toISOString().slice(0, 10)} · Node ${process.version} · ${cpus()[0]?.model.trim()},`,
);
console.log(`${availableParallelism()} cores · medians of 5 runs of ${CALLS} calls, in process\n`);

console.log(row('call', 'median', 'p99', 'bare', 'p99', 'ratio', `${MANY} docs`, 'p99', 'ratio'));
for (const [name, prepare] of Object.entries(CALLED)) {
  const { body, ...here } = prepare(few);
  const bare = bareRoute(body);
  const full = prepare(many);
  const times = await measure({ here, full, bare: { call: () => bare() } }, CALLS);
  console.log(
    row(
      ...[name, ms(times.here.median), ms(times.here.p99)],
      ...[ms(times.bare.median), ms(times.bare.p99), ratio(times.here.median, times.bare.median)],
      ...[ms(times.full.median), ms(times.full.p99), ratio(times.full.median, times.here.median)],
    ),
  );
  if (times.full.median / times.here.median >= SLOWEST) {
    console.error(`${name} is slowed down by ${MANY} documents`);
    process.exitCode = 1;
  }
}

console.log(`\nstart to listening, Node included: ${(await startTime()).toFixed(0)} ms`);
console.log(`Node alone, until it prints: ${(await nodeTime()).toFixed(0)} ms`);

function row(first, ...rest) {
  return first.padEnd(28) + rest.map((text) => String(text).padStart(12)).join('');
}

function ms(value) {
  return `${value.toFixed(3)} ms`;
}

function ratio(value, base) {
  return `${(value / base).toFixed(2)}×`;
}
