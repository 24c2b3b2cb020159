const FIRST = '1000, ten calls, first file';

/** Why a target is missed where it is; the profiles above the table show it. */
const WHY = {
  ripgrep:
    'half of the run is Node’s start and the walk and reads in JavaScript; ripgrep reads in native threads, and analyses nothing',
  cache: shares('cached', 'the folders are listed and the stats asked for as there, and beside that'),
  rule: (input) =>
    shares(input, 'every call that may have to do with a legacy path is analysed, and its move planned'),
  search: (input) => shares(input, 'the whole text is searched, once'),
  first: shares(FIRST, 'nothing of it is compiled yet'),
};

/**
 * What the tool is to reach, as ratios within one run.
 *
 * @type {{ work: string, ratio: (results: Results) => number | undefined, target: number, stretch: number,
 *   why: string | ((results: Results) => string) }[]}
 * @typedef {Record<string, Record<string, { wall: number, cpu?: number, peak?: number, ratio?: number, rule?: number }>>} Results
 *   by corpus and by tool; those of the ESLint rule by its input
 */
export const TARGETS = [
  target('check, large tree: wall, × ripgrep', wall('large', 'check', 'ripgrep'), 6, 4, WHY.ripgrep),
  target('check, large tree: wall, × ast-grep', wall('large', 'check', 'ast-grep'), 0.33, 0.2),
  target(
    'check, 6 % of the files hold a marker: wall, × ast-grep',
    wall('dense', 'check', 'ast-grep'),
    0.8,
    0.6,
  ),
  target('check, small tree: wall, × ast-grep', wall('small', 'check', 'ast-grep'), 1.6, 1.2),
  target(
    'migrate --write, large tree: wall, × ast-grep’s rewrite',
    wall('rewrite', 'migrate', 'ast-grep'),
    0.5,
    0.33,
  ),
  target(
    'migrate --write, large tree: wall, × jscodeshift',
    wall('rewrite', 'migrate', 'jscodeshift'),
    1 / 60,
    1 / 60,
  ),
  target('check, large tree: peak memory, MiB', ({ large }) => large?.check?.peak, 160, 120),
  target('migrate, large tree: peak memory, MiB', ({ rewrite }) => rewrite?.migrate?.peak, 160, 120),
  target(
    'check: peak memory, large ÷ small tree',
    ({ large, small }) => over(large?.check?.peak, small?.check?.peak),
    2,
    1.5,
  ),
  target(
    'check --cache, large tree, unchanged: wall, × a stat of every file',
    wall('large', 'check --cache, unchanged', 'stat of every file'),
    2,
    1.2,
    WHY.cache,
  ),
  ...[1000, 5000].flatMap((lines) => [
    target(
      `ESLint rule, ${lines} lines with ten calls: ÷ parse`,
      rule(`${lines}, ten calls`),
      0.015,
      0.01,
      WHY.rule(`${lines}, ten calls`),
    ),
    target(
      `ESLint rule, ${lines} lines without a marker: ÷ parse`,
      rule(`${lines}, no marker`),
      0.002,
      0.001,
      WHY.search(`${lines}, no marker`),
    ),
  ]),
  target(
    'ESLint rule, first file of a process, 1000 lines with ten calls, ms',
    ({ rule }) => rule?.[FIRST]?.rule,
    12,
    8,
    WHY.first,
  ),
  target(
    'check: time per file, 30,000 ÷ 3,000 files',
    ({ '30k': most, '3k': few }) => over(most?.check?.wall, few?.check?.wall * 10),
    1.1,
    1,
  ),
];

function target(work, ratio, most, stretch, why = '') {
  return { work, ratio, target: most, stretch, why };
}

function wall(corpus, ours, peer) {
  return (results) => over(results[corpus]?.[ours]?.wall, results[corpus]?.[peer]?.wall);
}

function rule(name) {
  return ({ rule }) => rule?.[name]?.ratio;
}

/** Where the time goes, in the order of its shares. */
function shares(profile, words) {
  return ({ profiles }) => {
    const largest = (profiles?.[profile] ?? []).slice(0, 4);
    return [words, ...largest.map(([stage, share]) => `${stage} ${Math.round(share * 100)} %`)].join('; ');
  };
}

function over(a, b) {
  return a === undefined || !b ? undefined : a / b;
}
