import { fork } from 'node:child_process';

/** So long after it has told of so many steps: anywhere, within a transaction, too. */
export type KillMoment = { readonly done: number; readonly afterMs: number };
export type Attempt = { readonly killed: boolean; readonly done: number };

/**
 * Starts a script in a process of its own, sends it what it is told and, where there is a moment, kills it then with no chance to clean up.
 * The script sends a number for each step that it has done, and ends with 0.
 */
export async function attemptChild(
  script: string,
  told: object,
  moment: KillMoment | null,
): Promise<Attempt> {
  return await new Promise<Attempt>((resolve, reject) => {
    const child = fork(script, [], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let done = 0;
    let said = '';
    let aimed = moment === null;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('message', (step) => {
      done = Number(step);
      if (aimed || moment === null || done < moment.done) return;
      aimed = true;
      setTimeout(() => child.kill('SIGKILL'), moment.afterMs);
    });
    child.once('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve({ killed: signal === 'SIGKILL', done });
      else reject(new Error(`The run ended with ${code ?? signal}.\n${said}`));
    });
    child.send(told);
  });
}
