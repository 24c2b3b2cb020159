import { expect } from 'vitest';

import type { createApp } from '../../../src/reference/app.js';
import { type Expected, unauthorized } from './expected.js';
import { formOf } from './files.js';
import { type SentJson, sentJson } from './json.js';
import type { Model } from './state.js';
import type { Step } from './step.js';
import { turnOf } from './turns.js';
import type { Learn, Turn } from './turn.js';

type App = ReturnType<typeof createApp>;

const HOST = 'http://reference.test';

/**
 * Makes one call and compares the answer with the model's.
 *
 * @returns what was seen, such as `link 400 documentNotFound`, or what is not documented: `status 400 status.no-application`
 */
export async function play(app: App, model: Model, step: Step): Promise<string> {
  const turn = turnOf(model, step.action);
  const json = turn.json && sentJson(turn.json, step.bodyFault);
  const response = await app.fetch(requestOf(turn, json, tokenOf(app, model, step.token)));
  const body: unknown = await response.json();
  const expected = predict(turn, json, step, learner(model, body));
  const name = `${turn.method} ${turn.path}`;
  expect({ call: name, status: response.status, body }).toEqual({ call: name, ...expected });
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const what = valueAt(body, ['context', 'unknown']) ?? valueAt(body, ['code']);
  return `${step.action.call} ${response.status} ${String(what)}`;
}

function predict(turn: Turn, json: SentJson | undefined, step: Step, learn: Learn): Expected {
  if (step.token !== 'valid' && !turn.isOpen) return unauthorized();
  return json?.refused ?? turn.judge(learn);
}

function requestOf(turn: Turn, json: SentJson | undefined, token: string | undefined): Request {
  const headers = new Headers();
  if (token !== undefined) headers.set('x-connectfi-token', token);
  if (json) headers.set('content-type', json.contentType);
  const body = turn.upload ? formOf(turn.upload) : json?.text;
  return new Request(HOST + turn.path, { method: turn.method, headers, ...(body !== undefined && { body }) });
}

function tokenOf(app: App, model: Model, token: Step['token']): string | undefined {
  switch (token) {
    case 'valid':
      return model.tokens.at(-1) ?? app.issueToken();
    case 'expired':
      return app.issueExpiredToken();
    case 'unknown':
      return 'T'.repeat(22);
    case 'missing':
      return undefined;
  }
}

/** Takes ids out of the answer, each of which has to be a new one. */
function learner(model: Model, body: unknown): Learn {
  return (path, form) => {
    const id = valueAt(body, ['data', ...path.split('.')]);
    expect(id, `the new id at data.${path}`).toEqual(expect.stringMatching(form));
    const text = String(id);
    expect(model.ids, 'ids given before').not.toContain(text);
    model.ids.add(text);
    return text;
  };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return valueAt(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}
