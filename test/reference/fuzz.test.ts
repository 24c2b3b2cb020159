import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createApp } from '../../src/reference/app.js';
import { prepare } from './fuzz/ids.js';
import { type Odd, oddRequests } from './fuzz/requests.js';

/** `SEED=… npx vitest run test/reference/fuzz.test.ts` sends the same requests again. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const IN_PROCESS = 9000;

test(`${IN_PROCESS} malformed requests in process (SEED=${SEED})`, async () => {
  const app = createApp();
  const ids = await prepare(app);
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(oddRequests(ids), async (odd) => {
      const response = await app.fetch(requestOf(odd));
      const text = await response.text();
      const k = response.status + ' ' + (/"code":"([^"]+)"/.exec(text)?.[1] ?? text);
      seen.set(k, (seen.get(k) ?? 0) + 1);
      expect(response.status).toBeLessThan(500);
      if (odd.method !== 'HEAD') expect(JSON.parse(text)).toHaveProperty('code', expect.any(String));
    }),
    { seed: SEED, numRuns: IN_PROCESS, timeout: 10_000 },
  );
  console.log([...seen].join('\n'));
});

function requestOf({ method, path, headers, body }: Odd): Request {
  return new Request(`http://reference.test${path}`, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(body && { body }),
  });
}
