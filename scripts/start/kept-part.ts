import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '#lib/server/operator-fault.ts';
import { IN_ORDER_MS, restartPause } from '#scripts/start/restart-pause.ts';

/** What runs: `ended` says, when it has ended, what it said last. */
export type Running = { readonly ended: Promise<string>; stop(): Promise<void> };

type Part<T extends Running> = {
  readonly name: string;
  /** Starts it; done when it can do its work. */
  readonly start: () => Promise<T>;
  readonly say: (line: string) => void;
};

/**
 * A part of the portal that is brought back whenever it ends by itself, for as long as it takes, with pauses that grow while it fails.
 * The first start alone is the caller's: what is wrong then is told to whoever starts the portal.
 */
export class KeptPart<T extends Running> {
  readonly #part: Part<T>;
  readonly #stopping = new AbortController();
  #current: T;
  readonly #kept: Promise<void>;

  private constructor(part: Part<T>, first: T) {
    this.#part = part;
    this.#current = first;
    this.#kept = this.#keep();
  }

  static async start<T extends Running>(part: Part<T>): Promise<KeptPart<T>> {
    return new KeptPart(part, await part.start());
  }

  get current(): T {
    return this.#current;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#current.stop();
    await this.#kept;
    // One that was being started meanwhile.
    await this.#current.stop();
  }

  async #keep(): Promise<void> {
    const { name, say } = this.#part;
    for (let failures = 0; ; ) {
      const since = Date.now();
      const said = await this.#current.ended;
      if (this.#stopping.signal.aborted) return;
      failures = Date.now() - since >= IN_ORDER_MS ? 0 : failures + 1;
      say(`The ${name} ended unexpectedly (${lastLine(said)}). Starting it again.`);
      const down = Date.now();
      for (; !(await this.#restart(failures)); failures += 1) {
        if (this.#stopping.signal.aborted) return;
      }
      if (this.#stopping.signal.aborted) return;
      say(`The ${name} is back after ${((Date.now() - down) / 1000).toFixed(1)} seconds.`);
    }
  }

  async #restart(failures: number): Promise<boolean> {
    const { name, start, say } = this.#part;
    const { signal } = this.#stopping;
    await pause(restartPause(failures), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return false;
    try {
      this.#current = await start();
      return true;
    } catch (error) {
      if (!signal.aborted) say(`The ${name} could not be started: ${messageOf(error)} It is tried again.`);
      return false;
    }
  }
}

function lastLine(said: string): string {
  return said.split('\n').findLast((line) => line.trim() !== '') ?? 'without a word';
}
