/** Where the pages of `docs` can be read. */
export const DOCS_URL = 'https://github.com/akepa-migrate/akepa-migrate/blob/main/docs';

/** The page of a code. */
export function codeUrl(code: string): string {
  return `${DOCS_URL}/codes/${code}.md`;
}
