/** A problem that keeps a call from being rewritten; the page `docs/codes/<code>.md` is made from its row. */
export interface TodoCode {
  readonly code: string;
  readonly title: string;
  /** What is missing; `{name}` is an argument. */
  readonly missing: string;
  /** What to do about it. */
  readonly advice: string;
  /** For the page: the arguments that the example gets. */
  readonly args: Readonly<Record<string, string>>;
  /** For the page: why the tool stops here. */
  readonly why: string;
  /**
   * For the page: the lines of code that gets it. One that holds nothing but `// src/urls.ts` begins the file of that
   * name; without any, they are one file. `// npx akepa-migrate migrate src` above the first file says what is run.
   */
  readonly example: readonly string[];
}

/** Rows by their code. */
export type TodoTable = Readonly<Record<string, TodoCode>>;
