const TYPESCRIPT = /\.[cm]?tsx?$/;

/** Whether a file is TypeScript, by its name: what is inserted into it may have to name types. */
export function isTypeScript(file: string): boolean {
  return TYPESCRIPT.test(file);
}
