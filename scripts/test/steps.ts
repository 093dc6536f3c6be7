import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };
export type Step = {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts of a test runner from where it left them; without it the step itself is the one check. */
  readonly tally?: () => Tally;
};
export type StepResult = Tally & { readonly name: string; readonly seconds: number };

export const LOGS = '.data/test';

/** Runs one step with its output on the terminal and in a log; a step that dies counts as at least one failure. */
export async function runStep(step: Step): Promise<StepResult> {
  mkdirSync(LOGS, { recursive: true });
  const started = performance.now();
  console.log(`\n── ${step.name}`);
  const exitCode = await run(step);
  const counted = step.tally?.() ?? {
    passed: exitCode === 0 ? 1 : 0,
    failed: exitCode === 0 ? 0 : 1,
    skipped: 0,
  };
  const failed = exitCode !== 0 && counted.failed === 0 ? 1 : counted.failed;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`── ${step.name}: ${failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return { name: step.name, ...counted, failed, seconds };
}

async function run(step: Step): Promise<number> {
  const [program = '', ...args] = step.command;
  const log = createWriteStream(`${LOGS}/${step.name.replaceAll(/\W+/g, '-')}.log`);
  const child = spawn(program, args, {
    env: { ...process.env, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const [stream, terminal] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.on('data', (chunk: Buffer) => {
      terminal.write(chunk);
      log.write(chunk);
    });
  }
  return await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code) => {
      log.end();
      resolve(code ?? 1);
    });
  });
}
