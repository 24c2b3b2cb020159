import type { ReferenceApp } from '../reference/app.js';
import type { BehaviourId, UnknownId } from '../reference/behaviours/index.js';
import type { Exchange } from '../reference/exchange.js';
import type { Subject } from '../reference/scenarios.js';
import type { Application } from '../reference/store.js';
import { createNames } from './names.js';
import { errorLines, withoutAnswers } from './printed.js';
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

/** What of a run is compared. */
export function observe(run: Run): Observation {
  const { context, exchanges, behaviours, printed } = run;
  const name = createNames(context, exchanges);
  return {
    steps: exchanges.map((exchange) => stepOf(exchange, name)),
    documents: documentsOf(run),
    decision: decisionOf(run),
    output: name(printed.stdout).trimEnd(),
    exitCode: printed.exitCode,
    errors: errorLines(name(printed.stderr)),
    plain: {
      output: name(withoutAnswers(printed.stdout, exchanges)).trimEnd(),
      errors: errorLines(name(withoutAnswers(printed.stderr, exchanges))).join('\n'),
    },
    behaviours,
    uploaded: new Set(
      exchanges
        .flatMap(({ body }) => (body.kind === 'multipart' ? body.files : []))
        .map(({ sha256 }) => sha256),
    ),
  };
}

/** On the sides that the program called: what the scenario put on the other is not its doing. */
function documentsOf(run: Run): PlacedDocument[] {
  const { world } = run.app;
  const { customerId } = run.subject;
  const legacy = [...world.store.customers.values()].flatMap((customer) =>
    (customer.kyc?.slots ?? []).flatMap(({ file, type, documentSide }) =>
      file
        ? [
            place(run, customer.customerId, customerId, {
              type: type.toLowerCase(),
              side: documentSide,
              sha256: file.sha256,
            }),
          ]
        : [],
    ),
  );
  const application = latestApplication(run);
  const akepa = (application?.attached ?? []).flatMap(({ entityId, documentId }) => {
    const document = world.store.akepaDocuments.get(documentId);
    return document?.file
      ? [
          place(run, entityId, customerId, {
            type: document.type,
            side: undefined,
            sha256: document.file.sha256,
          }),
        ]
      : [];
  });
  return [...(isUsed(run, 'legacy') ? legacy : []), ...(isUsed(run, 'akepa') ? akepa : [])];
}

function place(
  { subject, fileNames }: Run,
  entityId: string,
  customerId: string,
  document: Pick<PlacedDocument, 'type' | 'side' | 'sha256'>,
): PlacedDocument {
  const isRepresentative = entityId === subject.entityId;
  const owner = entityId === customerId ? 'customer' : isRepresentative ? 'representative' : 'someone else';
  return { ...document, owner, content: fileNames.get(document.sha256) ?? document.sha256.slice(0, 12) };
}

/** The decision of the API that was used; of both, akepa's, since it was migrated to. */
function decisionOf(run: Run): KycDecision {
  if (isUsed(run, 'akepa')) {
    const application = latestApplication(run);
    if (!application) return 'none';
    if (application.status === 'completed') return application.outcome === 'Denied' ? 'denied' : 'approved';
    return application.status === 'waiting_review' ? 'under review' : 'waiting for documents';
  }
  const kyc = run.app.world.store.customers.get(run.subject.customerId)?.kyc;
  if (!isUsed(run, 'legacy') || !kyc) return 'none';
  return kyc.status === 'APPROVED' ? 'approved' : 'waiting for documents';
}

function isUsed({ exchanges }: Run, api: 'legacy' | 'akepa'): boolean {
  return exchanges.some(({ endpoint }) => roleOf(endpoint)[1] === api);
}

/** Of several applications of a customer, the one that was started last. */
function latestApplication({ app, subject }: Run): Application | undefined {
  return [...app.world.store.applications.values()]
    .filter(({ customerId }) => customerId === subject.customerId)
    .at(-1);
}
