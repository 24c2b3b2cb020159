import { readFileSync } from 'node:fs';

import { scanXmlReport } from 'danger-plugin-lint-report';
import { parse } from 'junit2json';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';

import type { CheckResult } from '../../src/check.js';
import { checkstyle } from '../../src/reporters/checkstyle.js';
import { junit } from '../../src/reporters/junit.js';
import { element, textElement } from '../../src/reporters/xml.js';
import { AWKWARD, AWKWARD_FILE, CONTEXT, finding, result } from './awkward.js';

/** Jenkins' schema; of those that are about, the one that knows skipped tests. */
const JUNIT = readFileSync('test/reporters/schemas/junit.xsd', 'utf8');
const CHECKSTYLE = readFileSync('test/reporters/schemas/checkstyle.xsd', 'utf8');
const NOTHING = result();

interface Violation {
  readonly file: string;
  readonly line: number;
  readonly severity: string;
  readonly message: string;
}

/** {@link AWKWARD_TEXT} as XML can hold it. */
const READ = 'tab \\u0007bell \\u001b[31mred\\u001b[0m \\ufffe \\ud800 😀 ]]> --> ::error::x &lt;';

async function errorsOf(xml: string, schema: string): Promise<string[]> {
  const { errors } = await validateXML({ xml, schema });
  return errors.map(({ message }) => message);
}

test.each([
  ['junit', junit, JUNIT],
  ['checkstyle', checkstyle, CHECKSTYLE],
] as const)('%s is valid', async (_, report, schema) => {
  expect(await errorsOf(report(AWKWARD, CONTEXT), schema)).toEqual([]);
  expect(await errorsOf(report(NOTHING, CONTEXT), schema)).toEqual([]);
  expect(await errorsOf(report(AWKWARD, CONTEXT).replaceAll(' name=', ' nome='), schema)).not.toEqual([]);
});

test('text is read as it was written, whatever it holds', async () => {
  const codes = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code)).join('');
  const text = `${codes}\u2028\u2029\uFEFF\uFFFD😀]]>`;
  const xml = element('a', { b: text }, [textElement('c', {}, text)]);
  const anything = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>`;
  expect(await errorsOf(xml, anything)).toEqual([]);
});

test('junit: a suite for each file, a case for each finding; a reader gets the texts back', async () => {
  const suites = await parse(junit(AWKWARD, CONTEXT));
  if (!suites || !('testsuite' in suites)) throw new Error('no suites');
  expect(suites).toMatchObject({ name: 'akepa-migrate check', tests: 11, failures: 8, errors: 1 });
  expect(
    suites.testsuite?.map(({ name, tests, failures, errors, skipped }) => [
      name,
      tests,
      failures,
      errors,
      skipped,
    ]),
  ).toEqual([
    [`packages/kyc/${AWKWARD_FILE}`, 2, 2, 0, 0],
    ['packages/kyc/src/kyc.ts', 3, 1, 0, 2],
    ['packages/kyc/test/kyc.test.ts', 2, 2, 0, 0],
    ['packages/kyc/src/old.ts', 2, 2, 0, 0],
    ['packages/kyc/src/bro ken,.ts', 1, 0, 1, 0],
    ['akepa-migrate', 1, 1, 0, 0],
  ]);
  const [first, second] = suites.testsuite?.[0]?.testcase ?? [];
  expect(first?.failure?.[0]?.message).toContain(READ);
  expect(first?.failure?.[0]?.inner).toContain(READ);
  expect(second?.name).toBe('axios request POST /customer/kyc/init in a<b>"c"');
});

test('junit: two calls of one function have names of their own, and a clean run a test that passed', async () => {
  const namesOf = async (of: CheckResult): Promise<(string | undefined)[]> => {
    const suites = await parse(junit(of, CONTEXT));
    if (!suites || !('testsuite' in suites)) throw new Error('no suites');
    return suites.testsuite?.flatMap(({ testcase }) => testcase?.map(({ name }) => name) ?? []) ?? [];
  };
  const name = 'axios request GET /customer/kyc/status/:customerId in beat';
  expect(await namesOf(result({ findings: [finding(), finding({ line: 20 })] }))).toEqual([
    name,
    `${name} (2)`,
  ]);
  expect(await namesOf(NOTHING)).toEqual(['no call of a deprecated endpoint']);
});

test('checkstyle: a reader gets the places, the severities and the texts back', async () => {
  const read: Violation[] = [];
  const git = { modified_files: AWKWARD_FILES, created_files: [] };
  await scanXmlReport(git, checkstyle(AWKWARD, CONTEXT), CONTEXT.root, false, (violation: Violation) =>
    read.push(violation),
  );
  expect(read.map(({ file, line, severity }) => [file, line, severity])).toEqual([
    [AWKWARD_FILES[0], 3, 'error'],
    [AWKWARD_FILES[0], 9, 'warning'],
    ['packages/kyc/src/kyc.ts', 30, 'info'],
    ['packages/kyc/src/kyc.ts', 19, 'info'],
    ['packages/kyc/test/kyc.test.ts', 4, 'warning'],
    ['packages/kyc/test/kyc.test.ts', 40, 'warning'],
    ['packages/kyc/src/old.ts', 2, 'warning'],
    ['packages/kyc/src/old.ts', 5, 'warning'],
    ['packages/kyc/src/bro ken,.ts', 1, 'error'],
  ]);
  expect(read[0]?.message).toContain(READ);
});

const AWKWARD_FILES = [
  `packages/kyc/${AWKWARD_FILE}`,
  'packages/kyc/src/kyc.ts',
  'packages/kyc/test/kyc.test.ts',
  'packages/kyc/src/old.ts',
  'packages/kyc/src/bro ken,.ts',
];
