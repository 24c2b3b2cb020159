/** Why a wrapper sends no JSON body, behind a comma. */
export const NOT_SENT = {
  untyped: 'which does not say that a body is JSON (Content-Type: application/json)',
  other: 'and no way to send a JSON body by POST through it was found',
} as const;
