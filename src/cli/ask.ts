import { createInterface } from 'node:readline/promises';

/** Asks on a terminal. */
export interface Asker {
  /** The line that is typed; undefined when there is no more input. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** The process may end. */
  readonly close: () => void;
}

/** An asker that takes the input over with its first question; until then nobody opens it. */
export function asker(input: () => NodeJS.ReadableStream, output: NodeJS.WritableStream): Asker {
  let open: { prompt(question: string): Promise<string | undefined>; close(): void } | undefined;
  return {
    ask: (question) => (open ??= interfaceOf(input(), output)).prompt(question),
    close: () => open?.close(),
  };
}

function interfaceOf(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): { prompt(question: string): Promise<string | undefined>; close(): void } {
  const terminal = createInterface({ input, output });
  // It keeps the lines that are typed ahead.
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async prompt(question) {
      terminal.setPrompt(question);
      terminal.prompt();
      const line = await lines.next();
      return line.done ? undefined : line.value;
    },
    close: () => terminal.close(),
  };
}
