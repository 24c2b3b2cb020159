import { issueCommand } from '@actions/core/lib/command.js';
import { afterEach, expect, test, vi } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { github } from '../../src/reporters/github.js';
import { linesOf } from '../support/cli.js';
import { AWKWARD, AWKWARD_FILE, AWKWARD_TEXT, CONTEXT, finding, many, result } from './awkward.js';

interface Command {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** As the runner of GitHub Actions reads a line: the order of its replacements is part of it. */
function commandOf(line: string): Command {
  const [, type = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const pairs = properties.split(',').map((pair) => {
    const at = pair.indexOf('=');
    const value = pair
      .slice(at + 1)
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':');
    return [pair.slice(0, at), unescaped(value)] as const;
  });
  return { type, properties: Object.fromEntries(pairs), message: unescaped(message) };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

const commandsOf = (of: CheckResult): Command[] => linesOf(github(of, CONTEXT)).map(commandOf);

afterEach(() => vi.restoreAllMocks());

test('every line is what @actions/core prints for it', () => {
  const lines = linesOf(github(AWKWARD, CONTEXT));
  expect(lines.length).toBeGreaterThan(8);
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  for (const { type, properties, message } of lines.map(commandOf)) issueCommand(type, properties, message);
  write.mockRestore();
  expect(printed.join('')).toBe(github(AWKWARD, CONTEXT));
});

test('a path and a message arrive as they are', () => {
  const [limit, error, call] = commandsOf(AWKWARD);
  expect(limit).toEqual({
    type: 'error',
    properties: { title: 'akepa-migrate' },
    message: '2 blind spots, and --max-blind-spots is 1.',
  });
  expect(error).toEqual({
    type: 'error',
    properties: {
      file: 'packages/kyc/src/bro ken,.ts',
      title: 'akepa-migrate could not process this file',
    },
    message: `${AWKWARD_TEXT} (line 3)`,
  });
  expect(call?.properties['file']).toBe(`packages/kyc/${AWKWARD_FILE}`);
  expect(call?.properties['title']).toBe('AK202 GET /customer/kyc/status/:customerId is deprecated');
  expect(call?.message).toContain(AWKWARD_TEXT);
});

test('a column only where the call is on one line: the runner drops it elsewhere', () => {
  const [several, one] = commandsOf(result({ findings: [finding({ endLine: 14 }), finding()] }));
  expect(several?.properties).toMatchObject({ line: '12', endLine: '14' });
  expect(several?.properties).not.toHaveProperty('col');
  expect(one?.properties).toMatchObject({ line: '12', endLine: '12', col: '9' });
});

test('known and suppressed findings are not annotated, but counted', () => {
  const commands = commandsOf(AWKWARD);
  const ofFile = commands.filter(({ properties }) => properties['file'] === 'packages/kyc/src/kyc.ts');
  expect(ofFile.map(({ properties }) => properties['title'])).toEqual([
    'AK207 POST /document/generate is deprecated',
    'akepa-migrate AK402',
  ]);
  expect(commands.at(-1)).toMatchObject({ type: 'notice', message: 'Not annotated: 1 known, 1 suppressed.' });
});

test('nothing to say, nothing printed', () => {
  expect(github(result(), CONTEXT)).toBe('');
});

test('what GitHub takes of a step: ten of a type, what matters most first, and a note that says what is missing', () => {
  const counts = (of: CheckResult): Record<string, number> => {
    const types = commandsOf(of).map(({ type }) => type);
    return Object.fromEntries(
      ['error', 'warning', 'notice'].map((type) => [type, types.filter((other) => other === type).length]),
    );
  };
  expect(counts(result({ findings: many(30) }))).toEqual({ error: 10, warning: 10, notice: 10 });
  expect(counts(result({ findings: many(33) }))).toEqual({ error: 10, warning: 10, notice: 10 });
  const commands = commandsOf(result({ findings: many(33) }));
  expect(commands[0]?.type).toBe('error');
  expect(commands.at(-1)?.message).toMatch(/^4 annotations more not shown: .+ --format sarif\.$/);
  // A file that nobody could look at comes before everything that was seen.
  const [first] = commandsOf(result({ findings: many(60), errors: [{ file: 'a.ts', message: 'x' }] }));
  expect(first?.properties['file']).toBe('packages/kyc/a.ts');
});
