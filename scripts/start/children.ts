import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { KeptPart, type Running } from '#scripts/start/kept-part.ts';

/** What is run as a program of its own. */
type Program = {
  /** The file is `scripts/<script>.ts`. */
  readonly script: string;
  readonly name: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly nodeOptions: readonly string[];
};

/** The programs that a start runs. One that ends by itself is brought back. */
export class Children {
  readonly #logs: string;
  readonly #say: (line: string) => void;
  readonly #children: KeptPart<Running>[] = [];
  /** Begun, not ready yet. */
  readonly #starting = new Set<Running>();

  constructor(logs: string, say: (line: string) => void) {
    this.#logs = logs;
    this.#say = say;
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
    const program = { script, name, env, nodeOptions };
    const part = { name, say: this.#say, start: () => this.#begin(program, log) };
    this.#children.push(await KeptPart.start<Running>(part));
  }

  async #begin(program: Program, log: string): Promise<Running> {
    const { ready, running } = startProgram(program, log);
    this.#starting.add(running);
    try {
      await ready;
      return running;
    } finally {
      this.#starting.delete(running);
    }
  }

  /** Ends them, the last started first. */
  async stop(): Promise<void> {
    await Promise.all([...this.#starting].map((running) => running.stop()));
    for (const child of this.#children.toReversed()) await child.stop();
  }
}

/** What it writes is added to the log: what it said before it ended stays there. */
function startProgram(program: Program, log: string): { ready: Promise<void>; running: Running } {
  const script = path.join('scripts', `${program.script}.ts`);
  const child = spawn(process.execPath, [...program.nodeOptions, script], {
    // A session of its own: Ctrl-C reaches us alone, and we stop them in order. The channel tells them when we are gone.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...program.env },
  });
  const file = createWriteStream(log, { mode: 0o600, flags: 'a' });
  // A full disk costs the log, not the portal.
  file.on('error', () => undefined);
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  const { ready, ended } = follow(child, program.name, log);
  void ended.then(() => file.end());
  return { ready, running: { ended, stop: () => endProgram(child, ended) } };
}

/** Who takes longer than twenty seconds is killed. */
async function endProgram(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(patience);
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
