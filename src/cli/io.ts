/** The outside world of a command, so that only `main.ts` touches `process`. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard output takes colours. */
  readonly colors: boolean;
  /** Standard error is a terminal, so that a progress line can be drawn over. */
  readonly interactive: boolean;
  /** Asks the user and answers the line, or undefined at the end of the input; not there without a terminal. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** Resolves when the user ends the command (SIGINT, SIGTERM), which from the call on is the command's to do. */
  readonly stopped: () => Promise<void>;
}

/** What the process answers with; see the contract in `--help`. */
export const EXIT = { clean: 0, findings: 1, usage: 2, files: 3, internal: 4 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A verb of the CLI. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}
