import type { TSESTree } from '@typescript-eslint/types';
import { expect, test } from 'vitest';

import { isForeign } from '../../src/analysis/foreign-calls.js';
import { giversOf } from '../../src/analysis/givers.js';
import { handedOn } from '../../src/analysis/handed-on.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import { NOTHING } from '../../src/clients/client.js';
import { CLIENTS } from '../../src/clients/index.js';
import { declaredEntity, entityOf } from '../../src/syntax/entity.js';
import { at, sourceOf, type Term, termOf } from '../../src/syntax/module.js';
import { parseModule } from '../../src/syntax/parse.js';
import { endOf } from '../../src/syntax/ranges.js';
import { nodesOf } from '../../src/syntax/walk.js';
import { fixtureModules } from '../support/fixture-modules.js';

test('what is foreign in the fixtures is no client’s, and leads nowhere', () => {
  const foreign = fixtureModules()
    .flatMap((module) => nodesOf(module, 'CallExpression').map((node) => termOf(node, module)))
    .filter(isForeign);
  expect(foreign.length).toBeGreaterThan(100);
  expect(foreign.filter((call) => isKnown(call) || leads(call)).map(sourceOf)).toEqual([]);
});

test.each([
  [
    'of the platform',
    'Math.round(x); Object.entries(x); new Intl.NumberFormat(l).format(x);',
    [true, true, false],
  ],
  ['of a package', "import { z } from 'zod'; z.string().min(1).max(2);", [true, true, true]],
  ['of a client’s package', "import axios from 'axios'; axios.create(); axios.getUri({});", [false, false]],
  ['of a client’s global', '$.when(x); wx.showToast({}); window.alert(x);', [false, false, false]],
  ['by the name of a client’s', "import { net } from 'electron'; net.fetch('/a');", [false]],
  [
    'on what is handed on',
    "import { useMemo } from 'react'; useMemo(() => api, []).send('/a');",
    [false, false],
  ],
  ['on what a promise gives', 'Promise.resolve(api).send(x); Promise.all(x);', [false, false, true]],
  ['on what is merged', "import { merge } from 'lodash'; merge(a, api).send('/a');", [false, false]],
  [
    'on what a container gives',
    "import { container } from './ioc'; container.resolve(K).send(x);",
    [false, false],
  ],
  [
    'of a member that the file sets',
    "import sdk from 'sdk'; sdk.go = (p) => fetch(p); sdk.go('/a');",
    [false, false],
  ],
  [
    'of the file',
    'function send(x) {} send(1); const o = { a() {} }; o.a(); this.b();',
    [false, false, false],
  ],
  ['of a name that is not written out', "import sdk from 'sdk'; sdk[name]('/a');", [false]],
  [
    'of a function that calls others',
    "import { call } from 'redux-saga/effects'; call(post, '/a');",
    [false],
  ],
  [
    'of a function that limits others',
    "import pLimit from 'p-limit'; pLimit(2)(post, '/a');",
    [false, false],
  ],
])('a call %s', (_name, source, expected) => {
  const module = parseModule('a.ts', source);
  const calls = nodesOf(module, 'CallExpression').toSorted((left, right) => endOf(left) - endOf(right));
  expect(calls.map((node) => isForeign(termOf(node, module)))).toEqual(expected);
});

function isKnown(call: Term<TSESTree.CallExpression>): boolean {
  const callee = at(call, call.node.callee);
  return [entityOf(callee) ?? NOTHING, declaredEntity(callee)].some(
    (denoted) => denoted && CLIENTS.some((client) => client.request({ call, callee: denoted })),
  );
}

function leads(call: Term<TSESTree.CallExpression>): boolean {
  return passedOn(call) !== undefined || handedOn(call) !== undefined || giversOf(call).length > 0;
}
