import { describe, expect, test } from 'vitest';

import { BEHAVIOURS, UNKNOWNS } from '../../../src/reference/behaviours/index.js';
import { notDocumented, refusalOf } from './answers.js';
import { DOCUMENTED, GENERAL } from './marks.js';
import type { Answer, Basis } from './row.js';
import { ROWS } from './rows.js';
import { run } from './stage.js';

const documented: ReadonlySet<string> = new Set(DOCUMENTED);
const general: ReadonlySet<string> = new Set(GENERAL);

describe.each(ROWS)('%s', (_file, rows) => {
  test.each(rows)('$title', async (row) => {
    const { answer, contentType, relied, announced, saves, expected, before, after } = await run(row, false);
    expect(answer).toEqual(expected.answer);
    expect(contentType).toBe('application/json; charset=utf-8');
    expect(announced).toEqual(expected.announced);
    expect([...new Set(relied)].sort()).toEqual(row.shows.filter((id) => !general.has(id)).sort());
    if (answer.status !== 200) expect(after).toEqual(before);
    // Reading alone is nothing to save.
    expect(saves).toBe(answer.status === 200 && !row.call.line.startsWith('GET ') ? 1 : 0);
  });

  test.each(rows)('strict: $title', async (row) => {
    const { answer, announced, expected, before, after } = await run(row, true);
    const undocumented = row.shows.filter((id) => !documented.has(id) && !general.has(id));
    if (undocumented.length === 0) {
      expect(answer).toEqual(expected.answer);
      expect(announced).toEqual(expected.announced);
      return;
    }
    expect(undocumented.map(refusalFor)).toContainEqual(answer);
    expect(announced).toEqual([]);
    expect(after).toEqual(before);
  });
});

describe('the table of behaviours', () => {
  const rows = ROWS.flatMap(([, some]) => some);
  const shown = new Set<string>(rows.flatMap(({ shows }) => shows));

  test.each([...BEHAVIOURS, ...UNKNOWNS].map(({ id }) => id))('%s is shown by a row', (id) => {
    expect(shown).toContain(id);
  });

  test('marks as documented what the fact sheet does', () => {
    const marked = BEHAVIOURS.filter(({ mark }) => mark === 'documented').map(({ id }) => id);
    expect(marked.sort()).toEqual([...DOCUMENTED].sort());
  });

  test('titles are unique within their endpoint', () => {
    for (const [name, some] of ROWS) {
      const titles = some.map(({ title }) => title);
      expect(new Set(titles).size, name).toBe(titles.length);
    }
  });
});

/** What `strictDocumented` answers where this one would be needed. */
function refusalFor(id: Basis): Answer {
  const inferred = BEHAVIOURS.find((row) => row.id === id);
  if (inferred) {
    const message = `Only inferred: ${inferred.says} Inferred from: ${inferred.source}.`;
    return refusalOf(501, 'notDocumented', message, { behaviour: id });
  }
  const asks = UNKNOWNS.find((row) => row.id === id)?.asks ?? '';
  return { ...notDocumented(id, asks), status: 501 };
}
