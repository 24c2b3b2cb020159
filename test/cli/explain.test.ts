import { expect, test } from 'vitest';

import { TODO_CODES } from '../../src/codes/codes.js';
import { NOTICE_CODES } from '../../src/codes/notices.js';
import { codePage, CODES } from '../../src/codes/page.js';
import { LEGACY_ENDPOINTS } from '../../src/endpoints/table.js';
import { akepa, linesOf } from '../support/cli.js';
import { folder } from '../support/folder.js';

test.concurrent('explain lists every code of the tables once, with its title', async () => {
  const { code, out, err } = await akepa(['explain'], { cwd: folder() });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const codes = [
    ...LEGACY_ENDPOINTS.map((row) => row.code),
    ...Object.keys(TODO_CODES),
    ...Object.keys(NOTICE_CODES),
  ];
  expect(linesOf(out).map((line) => line.slice(0, 5))).toEqual(codes.toSorted());
  expect(linesOf(out).every((line) => /^AK\d{3} {2}\S.+$/.test(line))).toBe(true);
});

test.concurrent('every code has a page that begins with its title and says what to do', () => {
  for (const { code, title } of CODES) {
    const page = codePage(code) ?? '';
    expect(page.startsWith(`# ${code}: ${title}\n`)).toBe(true);
    expect(page.length).toBeGreaterThan(150);
    expect(page).not.toMatch(/undefined|\[object/);
  }
});

test.concurrent('explain prints that page, in upper or lower case', async () => {
  const cwd = folder();
  for (const code of ['AK201', 'AK303', 'ak303'])
    expect(await akepa(['explain', code], { cwd })).toEqual({
      code: 0,
      out: codePage(code.toUpperCase()),
      err: '',
    });
});

test.concurrent.each([
  ['AK3o1', 'there is no code AK3o1; did you mean AK301?'],
  ['AK3011', 'there is no code AK3011; did you mean AK301?'],
  ['no-legacy-endpoint', 'there is no code no-legacy-endpoint'],
])('explain %s names the nearest', async (code, message) => {
  const answer = await akepa(['explain', code], { cwd: folder() });
  expect(answer).toEqual({ code: 2, out: '', err: `akepa-migrate: ${message}\n` });
});
