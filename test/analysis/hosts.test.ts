import { expect, test } from 'vitest';

import { rangeOf } from '../../src/syntax/ranges.js';
import { ROWS as AXIOS } from '../clients/axios.rows.js';
import { ROWS as FETCH } from '../clients/fetch.rows.js';
import { ROWS as GOT_KY } from '../clients/got-ky.rows.js';
import { ROWS as NODE_HTTP } from '../clients/node-http.rows.js';
import { ROWS as OTHERS } from '../clients/superagent-undici-xhr.rows.js';
import { analyse } from '../../src/analysis/analyse.js';
import type { Module } from '../../src/syntax/module.js';
import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { ROWS as BINDINGS } from './bindings.rows.js';
import { ROWS as CONFIDENCE } from './confidence.rows.js';
import { HOSTS } from './hosts.js';
import { LOOK_ALIKES } from './look-alikes.rows.js';
import { ROWS as VALUES } from './values.rows.js';

type Source = string | readonly string[];

const join = (source: Source): string => (typeof source === 'string' ? source : source.join('\n'));
const SOURCES: readonly string[] = [
  ...[
    ...VALUES,
    ...BINDINGS,
    ...CONFIDENCE,
    ...FETCH,
    ...GOT_KY,
    ...NODE_HTTP,
    ...OTHERS,
    ...LOOK_ALIKES,
  ].map(([, source]) => join(source)),
  ...AXIOS.map(([, source]) => `import axios from "axios";\n${join(source)}`),
  '// Zoë 👋\r\nconst a = "日本語";\r\nfetch(`/document/generate?${a}\r\n`, { method: "POST" });\r\n',
  '#!/usr/bin/env node\nfetch(`${base}/customer/${"kyc"}/status/${id}`);',
  'const b = <a onClick={() => fetch("/document/generate", { method: "POST" })}>{`x`}</a>;',
];

test.each(HOSTS)('$name agrees with the parser of the CLI', ({ parse, typescript, misses }) => {
  const texts = SOURCES.filter((text) => typescript || isJavaScript(text));
  const results = texts.map((text) => {
    const jsx = text.includes('<a ') ? 'x' : '';
    const file = `src/kyc.${typescript ? 'ts' : 'js'}${jsx}`;
    const module = parse(file, text);
    return { text, found: module && summary(module), expected: summary(parseModule(file, text)) };
  });
  for (const { text, found, expected } of results) {
    if (misses?.test(text)) expect({ text, found }).not.toEqual({ text, found: expected });
    else expect({ text, found }).toEqual({ text, found: expected });
  }
  expect(results.length).toBeGreaterThan(SOURCES.length * 0.8);
});

/** All that an analysis says, with ranges in place of nodes. */
function summary(module: Module): unknown {
  const { calls, blindSpots, httpCalls } = analyse(module);
  return {
    httpCalls,
    blindSpots: blindSpots.map(({ call, client, why }) => [rangeOf(call.node), client, why]),
    calls: calls.map(({ call, client, request, match, url, confidence, evidence, trail, seen }) => ({
      endpoint: match.endpoint.id,
      method: [request.method.value, request.method.node && rangeOf(request.method.node)],
      client,
      confidence,
      evidence,
      trail,
      range: rangeOf(call.node),
      body: request.body && rangeOf(request.body.node),
      headers: request.headerNames,
      seen: [...seen].map((node) => rangeOf(node)),
      url: [
        url.flat,
        ...url.parts.map(({ part }) => (part.kind === 'text' ? part.range : rangeOf(part.term.node))),
      ],
    })),
  };
}

function isJavaScript(text: string): boolean {
  try {
    return !text.includes('@') && parseModule('kyc.js', text) !== undefined;
  } catch (error) {
    if (error instanceof ParseError) return false;
    throw error;
  }
}
