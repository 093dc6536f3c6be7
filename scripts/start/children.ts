import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorFault } from '#lib/server/operator-fault.ts';

type Child = { readonly name: string; readonly process: ChildProcess; readonly ended: Promise<string> };

/** The programs that a start runs. The first that ends by itself is told to `onDeath`. */
export class Children {
  readonly #logs: string;
  readonly #onDeath: (message: string) => void;
  readonly #children: Child[] = [];
  #stopping = false;

  constructor(logs: string, onDeath: (message: string) => void) {
    this.#logs = logs;
    this.#onDeath = onDeath;
  }

  /** Starts `scripts/<script>.ts` and waits until it says that it is ready. */
  async start(
    script: string,
    name: string,
    env: Readonly<Record<string, string | undefined>>,
    nodeOptions: readonly string[] = [],
  ): Promise<void> {
    const log = path.join(this.#logs, `${script}.log`);
    if (existsSync(log)) renameSync(log, `${log}.1`);
    const child = spawn(process.execPath, [...nodeOptions, path.join('scripts', `${script}.ts`)], {
      // A session of its own: Ctrl-C reaches us alone, and we stop them in order. The channel tells them when we are gone.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...env },
    });
    const file = createWriteStream(log, { mode: 0o600 });
    // A full disk costs the log, not the portal.
    file.on('error', () => undefined);
    child.stdout?.pipe(file, { end: false });
    child.stderr?.pipe(file, { end: false });
    const { ready, ended } = follow(child, name, log);
    this.#children.push({ name, process: child, ended });
    await ready;
    void this.#reportDeath(ended);
  }

  async #reportDeath(ended: Promise<string>): Promise<void> {
    const message = await ended;
    if (!this.#stopping) this.#onDeath(message);
  }

  /** Ends them, the last started first; who takes longer than twenty seconds is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const child of this.#children.toReversed()) {
      if (child.process.exitCode !== null || child.process.signalCode !== null) continue;
      child.process.kill('SIGTERM');
      const patience = setTimeout(() => child.process.kill('SIGKILL'), 20_000);
      await child.ended;
      clearTimeout(patience);
    }
  }
}

function follow(
  child: ChildProcess,
  name: string,
  log: string,
): { ready: Promise<void>; ended: Promise<string> } {
  let lastWords = '';
  const ended = new Promise<string>((resolve) => {
    child.once('close', (code, signal) => {
      const how = signal === null ? `with code ${String(code)}` : `by ${signal}`;
      resolve(lastWords === '' ? `The ${name} ended ${how}. Its log is ${log}.` : lastWords);
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    if (child.stdout !== null) {
      createInterface(child.stdout).on('line', (line) => {
        if (line.endsWith(' ready')) resolve();
      });
    }
    void ended.then((message) => reject(new OperatorFault(message)));
  });
  if (child.stderr !== null) {
    createInterface(child.stderr).on('line', (line) => {
      // An error's first line says what, the others where; before it is ready a child says in one line what is wrong.
      if (/^\S/.test(line) && !line.startsWith('{') && lastWords === '') lastWords = line;
    });
  }
  return { ready, ended };
}
