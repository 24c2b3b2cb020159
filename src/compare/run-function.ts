import type { ReferenceApp } from '../reference/app.js';
import { CompareError, type Printed, type Program, type ProgramContext } from './types.js';

/**
 * Runs a client flow in this process; its `fetch` reaches the reference and nothing else.
 *
 * @param timeout milliseconds
 * @throws {CompareError} when it does not end in time
 */
export async function runFunction(
  program: Program,
  context: ProgramContext,
  app: ReferenceApp,
  timeout: number,
): Promise<Printed> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new CompareError(`${context.scenario}: the function did not end within ${timeout / 1000} s`)),
      timeout,
    );
  });
  try {
    const value = await Promise.race([
      Promise.resolve({ ...context, fetch: fetchOf(app, context) }).then(program),
      late,
    ]);
    // Of a function or a symbol there is no JSON.
    const json: unknown = JSON.stringify(value);
    return { stdout: typeof json === 'string' ? json : '', stderr: '', exitCode: '0' };
  } catch (error) {
    if (error instanceof CompareError) throw error;
    const text = error instanceof Error ? `${error.name}: ${error.message}` : `Error: ${String(error)}`;
    return { stdout: '', stderr: text, exitCode: '1' };
  } finally {
    clearTimeout(timer);
  }
}

function fetchOf(app: ReferenceApp, { baseUrl }: ProgramContext): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== baseUrl)
      throw new TypeError('fetch failed', { cause: new Error(`compare reaches ${baseUrl} only`) });
    return app.fetch(request);
  };
}
