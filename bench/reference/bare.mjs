import { Ajv } from 'ajv';
import { Hono } from 'hono';

const TEXT = { type: 'string' };

/**
 * A Hono route that parses a body, validates it with ajv, and answers: what such a server takes at the least.
 *
 * @param {Record<string, unknown>} body whose keys are required
 */
export function bareRoute(body) {
  const names = Object.keys(body);
  const validate = new Ajv().compile({
    type: 'object',
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, TEXT])),
    additionalProperties: false,
  });
  const app = new Hono();
  app.post('/bare', async (context) => {
    const value = await context.req.json();
    if (!validate(value)) return context.json({ code: 'requestValidateError' }, 400);
    return context.json({ code: '0', data: value });
  });
  return async () => {
    const response = await app.fetch(
      new Request('http://reference.test/bare', {
        method: 'POST',
        headers: { 'x-connectfi-token': 'none', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    const answer = await response.json();
    if (answer.code !== '0') throw new Error(JSON.stringify(answer));
  };
}
