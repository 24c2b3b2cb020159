import { expect, test } from 'vitest';

import { check, type CheckResult } from '../../src/check.js';
import { akepaJson } from '../support/cli.js';
import {
  callsOf,
  configOf,
  type Expected,
  type ExpectedShape,
  installed,
  printed,
  projectsIn,
} from './projects.js';

const SHAPES = projectsIn<ExpectedShape>('shapes').filter(({ expected }) => expected.config === undefined);

test('the command line prints what the analysis found, for a project of many files', async () => {
  const names = ['wrapper-three-layers', 'workspace-package-with-exports', 'route-table-passed-on'];
  for (const project of SHAPES.filter(({ name }) => names.includes(name))) {
    const cwd = installed(project);
    const ran = await akepaJson<CheckResult>(['check'], { cwd });
    const called = await check([], { cwd, loaded: configOf(project, cwd) });
    expect(printed(callsOf(ran))).toEqual(printed(callsOf(called)));
    expect(printed(callsOf(ran))).toEqual(printed(project.expected.calls));
  }
});

test('one run over all of them finds the same as a run over each', async () => {
  const cwd = `${process.cwd()}/test/fixtures/shapes`;
  const all = await akepaJson<CheckResult>(['check'], { cwd });
  const each: string[] = [];
  for (const project of SHAPES.filter(({ expected }) => !expected.links)) {
    const result = await check([], { cwd: project.path, loaded: configOf(project, project.path) });
    each.push(...result.findings.map(({ file, line }) => `${project.name}/${file}:${line}`));
  }
  const linked = SHAPES.filter(({ expected }) => expected.links).map(({ name }) => `${name}/`);
  const found = all.findings.map(({ file, line }) => `${file}:${line}`);
  const rest = found.filter((place) => !linked.some((name) => place.startsWith(name)));
  expect(rest.sort()).toEqual(each.sort());
});

test('one run over all look-alikes is silent', async () => {
  const configured = projectsIn<Expected>('look-alikes').filter(({ expected }) => expected.config);
  const cwd = `${process.cwd()}/test/fixtures/look-alikes`;
  const { findings, stats } = await akepaJson<CheckResult>(['check'], { cwd });
  const places = findings.map(({ file, line }) => `${file}:${line}`);
  expect(places.filter((place) => !configured.some(({ name }) => place.startsWith(`${name}/`)))).toEqual([]);
  // Without the config that silences it, the same project is reported.
  expect(places.length).toBeGreaterThan(0);
  expect(stats.parsed).toBeGreaterThan(60);
});
