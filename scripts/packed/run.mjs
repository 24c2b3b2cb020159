import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Runs a program and answers its exit code and output. */
export function run(command, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(command, args, options, (error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? error?.code, stdout, stderr }),
    );
  });
}

/** Runs a program that has to succeed. */
export async function succeed(command, args, options) {
  const answer = await run(command, args, options);
  if (answer.status !== 0)
    throw new Error(
      `packed: ${command} ${args.join(' ')} answers ${answer.status}\n${answer.stdout}${answer.stderr}`,
    );
  return answer;
}

/** Writes files by their path below a folder. */
export function put(root, files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** Does `work` for each item, `most` at a time; the first failure is thrown when those under way are done. */
export async function each(items, most, work) {
  const queue = [...items];
  const failures = [];
  const worker = async () => {
    while (queue.length > 0 && failures.length === 0)
      await work(queue.shift()).catch((error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: most }, worker));
  if (failures.length > 0) throw failures[0];
}
