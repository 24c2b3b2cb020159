/** What is worth knowing of a call that does not keep it from being rewritten. */
export const NOTES = {
  pseudoTemplate: 'The URL holds `${…}` in plain quotes; it needs backticks.',
  updateShape:
    'The body of /akepa/update is inferred: the vendor describes it in words only. `akepa.update` in the config overrides the names.',
  answerLeaves: 'The answer leaves this file; of its data akepa documents `id` only.',
  getBecomesPost:
    'GET becomes POST: caches, and retries that clients make for GET by themselves (got, ky, ofetch), no longer apply to this call.',
  foreignId:
    'The document id comes from code that was not looked at: akepa knows it only if POST /akepa/document/generate made it.',
  idLeaves: 'The document id goes to code that was not looked at: the legacy upload and link do not know it.',
  applicationIdInferred:
    'The applicationId is read at `data.applicationId` of what POST /akepa/identification answers: inferred from the webhook, whose payload is documented.',
  joined: 'The update before it attaches this document, too.',
  threeRequests:
    'One request becomes three: when the last one fails, the document stays unlinked, and sending all of them again makes another document.',
  legacyError:
    'The file asks for the error documentNotUploaded, which akepa does not have: the nearest is fileNotFound (inferred).',
  answerForm:
    'The answer is read in the form that the vendor documents for the webhook; that this call answers the same is inferred.',
  waitsForApproval:
    'The loop goes on until KYC is approved; a denied application is completed too, and it goes on for that as it did before.',
  messages:
    'A message of an error is shown or handed on: akepa words them differently, and requestValidateError has none.',
  notFound:
    'The status 404 is asked for: akepa answers it for an unknown application (applicationNotFound), and not only for a wrong URL.',
  numericCode: '`code` is compared with a number, which never matches: it is the text "0".',
  webhookSilence:
    'akepa sends no webhook for a change that is the answer to a request: read the status in the answer before you wait for one.',
  splitRun:
    'Other KYC calls stay on the legacy side, and a customer whose KYC runs in akepa is unknown there: finish them before this is released.',
} as const;

/** What a double answers stands in a file of its own. */
export function fixtureNote(file: string): string {
  return `The answer is in ${file}, which is not edited: see that it is akepa's.`;
}

/** The slot's id is no longer sent. */
export function unusedNote(name: string): string {
  return `\`${name}\` is no longer used here: akepa has no slots. Remove it when your compiler or linter asks for it.`;
}

/** A constant or an enum that named a legacy word. */
export function unusedWordNote(name: string): string {
  return `\`${name}\` is no longer used: it named a legacy status. Remove it when your compiler or linter asks for it.`;
}

/** The body of the webhook changes; `place` is who serves it, as far as that was seen. */
export function webhookNote(place: string | undefined): string {
  const served = place === undefined ? 'who serves its URL was not seen' : `it is served in ${place}`;
  return `The webhook gets another body (\`data.status\`, \`data.outcome\`, \`data.applicationId\`): ${served}.`;
}
