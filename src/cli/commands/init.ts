import { check } from '../../check.js';
import { loadConfig } from '../../config/load.js';
import { BASELINE_FILE } from '../../gate/baseline-text.js';
import { look } from '../../init/look.js';
import type { Advice, Change, Proposal } from '../../init/proposal.js';
import { propose } from '../../init/propose.js';
import { describe, type Repository } from '../../init/repository.js';
import { seen } from '../../init/seen.js';
import { writeChange } from '../../init/write.js';
import { unifiedDiff } from '../../reporters/unified-diff.js';
import { count } from '../../reporters/words.js';
import { deciderOf } from '../decide.js';
import { UsageError } from '../errors.js';
import { type Command, EXIT, type Io } from '../io.js';
import { type Offer, offerAll, type Outcome } from '../offer.js';
import { FILE_OPTIONS, parseOptions } from '../options.js';
import { checkCommand } from './check.js';

const OPTIONS = {
  help: FILE_OPTIONS.help,
  yes: { type: 'boolean', short: 'y', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

export const initCommand: Command = {
  name: 'init',
  summary: 'set a repository up: config, lint rule, CI job and baseline',
  help: `akepa-migrate init [options]

Looks at the repository in the working directory and proposes what it lacks: akepa.config, the entry in ESLint's or
oxlint's config, a CI job (GitHub Actions, GitLab CI, CircleCI), hooks, and a baseline of the calls that are there
today. Shows each as a diff and asks. A file that exists gains at most a few lines; none is overwritten. What can't
be edited for certain is printed to paste. A second run finds nothing to do.

Options
  -y, --yes      write everything, without asking
      --dry-run  show everything, write nothing
  -h, --help

Exit codes
  0 everything was answered, or there is nothing to write
  1 something was shown and not written: --dry-run, or neither a terminal nor --yes
  2 usage, no package.json, or a config that is not valid   3 a file could not be written   4 internal error

Examples
  akepa-migrate init
  akepa-migrate init --yes
  akepa-migrate init --dry-run
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const [path] = positionals;
    if (path !== undefined) throw new UsageError(`init takes no paths, such as ${path}`);
    if (values.yes && values['dry-run']) throw new UsageError('--yes and --dry-run exclude each other');
    const repository = describe(look(io.cwd));
    expectRoot(repository);
    io.out(seen(repository));
    const proposals = propose(repository);
    const decide = deciderOf(values.yes ? 'write' : values['dry-run'] ? 'show' : io.ask);
    const outcomes = await offerAll(offersOf(proposals, repository, io), decide, io);
    io.out(adviceText(proposals.filter((proposal) => proposal.kind === 'advice')));
    io.out(closing(outcomes, values['dry-run']));
    if (outcomes.includes('failed')) return EXIT.files;
    return outcomes.includes('show') ? EXIT.findings : EXIT.clean;
  },
};

/** @throws {UsageError} where there is no project, or only a part of one */
function expectRoot({ files, workspace }: Repository): void {
  if (workspace !== undefined)
    throw new UsageError(`this is a package of the workspace in ${workspace}; run init there`);
  if (!files.has('package.json'))
    throw new UsageError('there is no package.json here; run init in the folder of your project');
}

/** The changes, and then the baseline, which the config that was just written has a say in. */
async function* offersOf(
  proposals: readonly Proposal[],
  repository: Repository,
  io: Io,
): AsyncGenerator<Offer> {
  for (const proposal of proposals) if (proposal.kind === 'change') yield changeOffer(proposal, io);
  const baseline = await baselineOffer(repository, io);
  if (baseline) yield baseline;
}

function changeOffer(change: Change, io: Io): Offer {
  const { file, title, before, after } = change;
  return {
    file,
    heading: `${file}${before === undefined ? ' (new)' : ''}: ${title}`,
    detail: unifiedDiff(file, before ?? '', after, io),
    write: () => writeChange(io.cwd, change),
  };
}

/** Undefined where there is one, or nothing to put into it. */
async function baselineOffer({ files }: Repository, io: Io): Promise<Offer | undefined> {
  if (files.has(BASELINE_FILE)) return undefined;
  const { findings: all } = await check([], { cwd: io.cwd, loaded: await loadConfig(io.cwd) });
  const findings = all.filter(({ suppressed }) => !suppressed);
  if (findings.length === 0) return undefined;
  const places = new Set(findings.map(({ file }) => file));
  return {
    file: BASELINE_FILE,
    heading: `${BASELINE_FILE} (new): what is there today does not fail CI, what is added does`,
    detail: `${count(findings.length, 'finding')} in ${count(places.size, 'file')}\n`,
    async write() {
      // What it says is said here already.
      await checkCommand.run(['--write-baseline'], { ...io, out: () => undefined, err: () => undefined });
    },
  };
}

function adviceText(advice: readonly Advice[]): string {
  return advice
    .map(({ title, text }) => `\n${title}\n\n${text.trimEnd().replaceAll(/^(?=.)/gm, '  ')}\n`)
    .join('');
}

function closing(outcomes: readonly Outcome[], isDry: boolean): string {
  if (outcomes.length === 0) return '\nEverything is set up: nothing to write.\n';
  const written = outcomes.filter((outcome) => outcome === 'write').length;
  if (!outcomes.includes('show')) return `\nWrote ${count(written, 'file')}.\n`;
  return isDry
    ? '\nNothing was written.\n'
    : '\nNothing was written, since there is no terminal to ask on: --yes writes all of it.\n';
}
