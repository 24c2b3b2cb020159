import type { ReferenceApp } from '../reference/app.js';
import type { BehaviourId, UnknownId } from '../reference/behaviours/index.js';
import type { Exchange } from '../reference/exchange.js';
import type { Subject } from '../reference/subjects.js';
import type { Application, StoredFile } from '../reference/store.js';
import { createNames } from './names.js';
import { withoutAnswers } from './answers.js';
import { errorLines, withoutTraces } from './printed.js';
import { roleOf, stepOf } from './steps.js';
import type { KycDecision, Observation, PlacedDocument, Printed, ProgramContext } from './types.js';

/** Everything that one run left behind. */
export interface Run {
  readonly app: ReferenceApp;
  readonly subject: Subject;
  readonly context: ProgramContext;
  readonly exchanges: readonly Exchange[];
  readonly behaviours: ReadonlySet<BehaviourId | UnknownId>;
  readonly printed: Printed;
  /** sha256 → what the comparison calls the file. */
  readonly fileNames: ReadonlyMap<string, string>;
}

/**
 * What of a run is compared.
 *
 * @param customerId whom the program worked for: the scenario's customer, or one that it registered
 */
export function observe(run: Run, customerId: string): Observation {
  const { context, exchanges, behaviours, printed } = run;
  const name = createNames(context, exchanges);
  const stdout = withoutTraces(printed.stdout);
  const stderr = withoutTraces(printed.stderr);
  const uploaded = new Set(
    exchanges
      .flatMap(({ body }) => (body.kind === 'multipart' ? body.files : []))
      .map(({ sha256 }) => sha256),
  );
  return {
    steps: exchanges.map((exchange) => stepOf(exchange, name)),
    documents: documentsOf(run, customerId),
    decision: decisionOf(run, customerId),
    output: name(stdout).trimEnd(),
    exitCode: printed.exitCode,
    errors: errorLines(name(stderr)),
    plain: {
      output: name(withoutAnswers(stdout, exchanges)).trimEnd(),
      errors: errorLines(name(withoutAnswers(stderr, exchanges))).join('\n'),
    },
    behaviours,
    uploaded,
    uploadsPdf: [...uploaded].some((hash) => run.fileNames.get(hash)?.endsWith('.pdf')),
  };
}

/** Customers that the program registered, in their order. */
export function registeredBy({ exchanges }: Run): string[] {
  return exchanges.flatMap(({ endpoint, status, responseText }) =>
    endpoint === 'customer-init' && status === 200 ? (dataOf(responseText).customerId ?? []) : [],
  );
}

/** On the sides that the program called: what the scenario put on the other is not its doing. */
function documentsOf(run: Run, customerId: string): PlacedDocument[] {
  const { world } = run.app;
  const legacy = [...world.store.customers.values()].flatMap((customer) =>
    (customer.kyc?.slots ?? []).flatMap(({ file, type, documentSide }) =>
      file
        ? place(run, customerId, customer.customerId, file, { type: type.toLowerCase(), side: documentSide })
        : [],
    ),
  );
  const latest = latestApplication(run, customerId);
  const sides = namedSides(run);
  const akepa = [...world.store.applications.values()].flatMap((application) =>
    application.attached.flatMap(({ entityId, documentId }) => {
      const document = world.store.akepaDocuments.get(documentId);
      if (!document?.file) return [];
      const namedSide = sides.get(documentId);
      const placed = place(run, customerId, entityId, document.file, {
        type: document.type,
        side: undefined,
        ...(namedSide && { namedSide }),
      });
      // What the scenario put on an application that was given up is nobody's doing.
      return application !== latest && placed.content.startsWith('earlier ') ? [] : placed;
    }),
  );
  return [...(isUsed(run, 'legacy') ? legacy : []), ...(isUsed(run, 'akepa') ? akepa : [])];
}

function place(
  { app, fileNames }: Run,
  customerId: string,
  entityId: string,
  { sha256 }: StoredFile,
  document: Pick<PlacedDocument, 'type' | 'side' | 'namedSide'>,
): PlacedDocument {
  const customer = app.world.store.customers.get(customerId);
  const isRepresentative = customer?.representatives.some(({ id }) => id === entityId);
  const owner = entityId === customerId ? 'customer' : isRepresentative ? 'representative' : 'someone else';
  return { ...document, owner, sha256, content: fileNames.get(sha256) ?? sha256.slice(0, 12) };
}

/** By akepa's documents, the side that the name given to generate holds. */
function namedSides({ exchanges }: Run): ReadonlyMap<string, 'FRONT' | 'BACK'> {
  return new Map(
    exchanges.flatMap(({ endpoint, status, body, responseText }) => {
      if (endpoint !== 'akepa-document-generate' || status !== 200 || body.kind !== 'json') return [];
      const { id } = dataOf(responseText);
      // The reference has taken the body, so that its name is a text.
      const { name } = body.value as { readonly name: string };
      const isFront = /\bfront\b(?![- ]?(?:end|office))/i.test(name);
      const isBack = /\bback\b(?![- ]?(?:end|office|up))/i.test(name);
      if (id === undefined || isFront === isBack) return [];
      return [[id, isFront ? 'FRONT' : 'BACK'] as const];
    }),
  );
}

/** Of an answer that was no refusal. */
function dataOf(responseText: string): { readonly id?: string; readonly customerId?: string } {
  // The reference's own answer.
  const { data } = JSON.parse(responseText) as { data: { id?: string; customerId?: string } };
  return data;
}

/** The decision of the API that was used; of both, akepa's, since it was migrated to. */
function decisionOf(run: Run, customerId: string): KycDecision {
  if (isUsed(run, 'akepa')) {
    const application = latestApplication(run, customerId);
    if (!application) return 'none';
    if (application.status === 'completed') return application.outcome === 'Denied' ? 'denied' : 'approved';
    return application.status === 'waiting_review' ? 'under review' : 'waiting for documents';
  }
  const kyc = run.app.world.store.customers.get(customerId)?.kyc;
  if (!isUsed(run, 'legacy') || !kyc) return 'none';
  return kyc.status === 'APPROVED' ? 'approved' : 'waiting for documents';
}

function isUsed({ exchanges }: Run, api: 'legacy' | 'akepa'): boolean {
  return exchanges.some(({ endpoint }) => roleOf(endpoint)[1] === api);
}

/** Of several applications of a customer, the one that was started last. */
function latestApplication({ app }: Run, customerId: string): Application | undefined {
  return [...app.world.store.applications.values()]
    .filter((application) => application.customerId === customerId)
    .at(-1);
}
