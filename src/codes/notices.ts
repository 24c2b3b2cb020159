import { fillWords } from './fill.js';

/** What `check` says about suppressions, the baseline and dates; the page is made from its row. */
export interface NoticeCode {
  readonly code: string;
  readonly title: string;
  /** `{name}` is an argument. */
  readonly message: string;
  readonly advice: string;
  /** For the page: the arguments of the example. */
  readonly args: Readonly<Record<string, string>>;
  readonly why: string;
  readonly language: 'ts' | 'json';
  readonly example: readonly string[];
}

const TABLE = {
  AK401: {
    code: 'AK401',
    title: 'The suppression can not be read',
    message: 'This suppression is not heeded: {fault}',
    advice:
      'Write `akepa-ignore-next-line <endpoint> -- <reason>`, with ` until <YYYY-MM-DD>` if it is to end',
    args: { fault: 'there is no endpoint kyc-statsu; did you mean kyc-status?' },
    why: 'A suppression names one endpoint, so that it does not hide another call that is written into its line later, and gives a reason, since whoever meets it next has to know whether it still holds.',
    language: 'ts',
    example: [
      '// akepa-ignore-next-line kyc-statsu -- the sandbox has no akepa yet',
      'await axios.get(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${id}`);',
    ],
  },
  AK402: {
    code: 'AK402',
    title: 'The suppression is not used',
    message: 'The next line has no legacy call of {endpoint}',
    advice: 'Remove the suppression, or put it right above the line in which the call begins',
    args: { endpoint: 'kyc-status' },
    why: 'The call was moved or removed. A suppression that stays behind would hide the next one.',
    language: 'ts',
    example: [
      '// akepa-ignore-next-line kyc-status -- the sandbox has no akepa yet',
      'await axios.post(`${process.env.CONNECTFI_BASE_URL}/akepa/status`, { customerId, applicationId });',
    ],
  },
  AK403: {
    code: 'AK403',
    title: 'The suppression has expired',
    message: 'This suppression {ended}, so its finding fails again',
    advice: 'Move the call, or give it a later day',
    args: { ended: 'held until 2026-01-31' },
    why: 'It holds up to and including its day, in UTC. What is no day of the calendar in the form 2027-01-31 counts as expired.',
    language: 'ts',
    example: [
      '// akepa-ignore-next-line kyc-status -- the sandbox has no akepa yet until 2026-01-31',
      'await axios.get(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${id}`);',
    ],
  },
  AK411: {
    code: 'AK411',
    title: 'The baseline entry is stale',
    message: 'This entry stands for nothing any more: {what} is gone',
    advice: 'Take it out with `akepa-migrate check --prune`',
    args: { what: 'kyc-status in `beat` of src/kyc.ts' },
    why: 'The call was migrated, removed or changed. While the entry stays, the same call may come back without notice.',
    language: 'json',
    example: [
      '{"file":"src/kyc.ts","endpoint":"kyc-status","method":"GET","symbol":"beat","call":"0f3a5b7c9d1e2f40"}',
    ],
  },
  AK412: {
    code: 'AK412',
    title: 'The baseline entry has expired',
    message: 'The entry of {what} {ended}{owner}, so its finding fails again',
    advice: 'Move the call, or give the entry a later day',
    args: {
      what: 'kyc-status in `beat` of src/kyc.ts',
      ended: 'held until 2026-01-31',
      owner: ' (owner: payments)',
    },
    why: 'An entry with `expires` holds up to and including that day, in UTC. What is no day of the calendar in the form 2027-01-31 counts as expired. `--write-baseline` keeps the day.',
    language: 'json',
    example: [
      '{"file":"src/kyc.ts","endpoint":"kyc-status","method":"GET","symbol":"beat","call":"0f3a5b7c9d1e2f40","owner":"payments","expires":"2026-01-31"}',
    ],
  },
  AK413: {
    code: 'AK413',
    title: 'The endpoint is past its sunset',
    message: '{endpoint} is past its sunset, {date}, so its known findings fail in scheduled runs',
    advice: 'Move the call',
    args: { endpoint: 'kyc-status', date: '2026-03-01' },
    why: 'The `sunset` of the config, or `x-sunset` of the OpenAPI file that it names, says from which day on the endpoint is gone. Only `--scheduled` and `--as-of` fail for it: a pull request that adds nothing does not turn red overnight.',
    language: 'json',
    example: ['{ "sunset": { "kyc-status": "2026-03-01" } }'],
  },
} as const satisfies Readonly<Record<string, NoticeCode>>;

export type NoticeId = keyof typeof TABLE;

/** Every notice, by code. Codes are never reused. */
export const NOTICE_CODES: Readonly<Record<NoticeId, NoticeCode>> = TABLE;

/** Something that `check` says besides its findings; of itself it fails nothing. */
export interface Notice {
  readonly code: NoticeId;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** `<what is so>. <what to do>.` */
export function noticeText(id: NoticeId, args: Readonly<Record<string, string>>): string {
  const { message, advice } = NOTICE_CODES[id];
  return `${fillWords(message, args)}. ${advice}.`;
}
