import { expect, test } from 'vitest';

import { analyse } from '../../src/analysis/analyse.js';
import { CLIENTS } from '../../src/clients/index.js';
import { parseModule } from '../../src/syntax/parse.js';
import { migrate } from '../../transforms/migrate.js';
import { RECIPES } from '../../transforms/recipes/index.js';
import { type RecipeId, TODO_CELLS, TODO_CLIENTS } from './matrix.js';
import { ROOT } from './run.js';
import { SAMPLE_FILES, samplesIn } from './samples.js';

/** How often the calls of a client were rewritten, and left, in the samples. */
interface Cell {
  rewritten: number;
  todo: number;
}

const RECIPE_IDS = RECIPES.map(({ endpoint }) => endpoint as RecipeId);
const CLIENT_IDS = CLIENTS.map(({ id }) => id);
const samples = SAMPLE_FILES.flatMap(samplesIn);
const cells = cellsOf();

test('every recipe has a sample for every client, or a reason why it has none', () => {
  const holes = CLIENT_IDS.flatMap((client) => RECIPE_IDS.flatMap((recipe) => holeIn(client, recipe)));
  console.log(table());
  expect(holes).toEqual([]);
});

test('the reasons name clients and recipes that there are', () => {
  expect(CLIENT_IDS).toEqual(expect.arrayContaining(Object.keys({ ...TODO_CELLS, ...TODO_CLIENTS })));
});

test('there are 200 samples with a rewrite, and 120 without', () => {
  const left = samples.filter(({ isLeft }) => isLeft).length;
  expect(samples.length - left).toBeGreaterThanOrEqual(200);
  expect(left).toBeGreaterThanOrEqual(120);
});

function cellsOf(): Map<string, Cell> {
  const found = new Map<string, Cell>();
  for (const { file, before, config } of samples) {
    const analysis = analyse(parseModule(file, before), config);
    const { calls } = migrate([{ analysis, path: `${ROOT}/src/${file}` }], { config, root: ROOT });
    for (const { call, outcome } of calls) {
      if (call.kind !== 'request' || outcome === 'left') continue;
      const key = `${call.client} ${call.match.endpoint.id}`;
      const cell = found.get(key) ?? { rewritten: 0, todo: 0 };
      cell[outcome]++;
      found.set(key, cell);
    }
  }
  return found;
}

function cellOf(client: string, recipe: RecipeId): Cell {
  return cells.get(`${client} ${recipe}`) ?? { rewritten: 0, todo: 0 };
}

/** What is wrong with a cell. */
function holeIn(client: string, recipe: RecipeId): string[] {
  const { rewritten, todo } = cellOf(client, recipe);
  const name = `${client} ${recipe}`;
  const isTodo = TODO_CELLS[client]?.[recipe] !== undefined;
  if (isTodo || TODO_CLIENTS[client] !== undefined) {
    if (rewritten > 0) return [`${name} is rewritten, and a reason says that it is not`];
    return isTodo && todo === 0 ? [`${name} has no sample that shows the TODO`] : [];
  }
  return rewritten > 0 ? [] : [`${name} has no sample with a rewrite, and no reason`];
}

/** Samples with a rewrite and samples with a TODO, by client and recipe. */
function table(): string {
  const row = (name: string, items: readonly string[]): string =>
    [name.padEnd(17), ...items.map((item) => item.padStart(18))].join('');
  const rows = CLIENT_IDS.map((client) => {
    const reason = TODO_CLIENTS[client];
    if (reason !== undefined) return `${client.padEnd(17)}  TODO: ${reason}`;
    return row(
      client,
      RECIPE_IDS.map((recipe) => {
        const { rewritten, todo } = cellOf(client, recipe);
        return rewritten > 0 ? `${rewritten} (TODO ${todo})` : `TODO ${todo}`;
      }),
    );
  });
  return [row('', RECIPE_IDS), ...rows].join('\n');
}
