import { spawn } from 'node:child_process';

/** Runs a program to its end and gives back all it said; `signal` ends it early. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { signal: AbortSignal; env: NodeJS.ProcessEnv },
): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, said }));
  });
}
