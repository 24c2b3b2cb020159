/** Words that say nothing about whose service a base is. */
const GENERIC = new Set(
  [
    'api apis base url urls uri host hostname hosts origin server backend service services endpoint endpoints root',
    'path prefix domain address port protocol scheme http https client instance axios got superagent request web site',
    'env process config configuration conf cfg settings setting options opts params props const constants vars this',
    'self prod production stage staging dev development test testing sandbox live local region tenant version',
    'rest gateway proxy app application public private next nuxt vite react node expo import meta get default defaults',
    'kyc document documents doc docs identity customer customers user onboarding verification verify compliance legacy',
    'window location dataset body constants expo extra storage element session store sdk self vue webpack angular svelte nuxt astro react native old new current external internal remote upstream provider partner vendor third party core platform main our the',
    'secure secret key value data global globals shared common runtime context target',
    'use create make my with full absolute relative environment environments fetch fetcher fetching requests ajax call',
    'send network net frontend front back end auth authorized authenticated token bearer json route routes resource',
  ].flatMap((line) => line.split(' ')),
);
const CHAIN = /^[\w$#]+(?:\??\.[\w$#]+|\[['"]\w+['"]\])*$/;

/** The name, or the chain of members, has a word of a service of its own: `DOCUSIGN_API_URL`, `this.stripeUrl`. */
export function isSpecificName(name: string): boolean {
  return CHAIN.test(name) && wordsOf(name).some((word) => word.length > 2 && !GENERIC.has(word));
}

/** `pdfServiceURL` is `pdf`, `service`, `url`; digits and signs are no words. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => word.replace(/^base(?=ur[li]$)/, ''));
}
