import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientActor } from '#lib/domain/actor/actor.ts';
import type { Pick } from '#lib/domain/compensation/testing/random-input.ts';
import type { SubmitRowsInput } from '#lib/schemas/report.ts';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { newId } from '#lib/server/ids.ts';
import type { Answered, Asked, Told } from '#lib/server/report/testing/submit-child.ts';
import { killAll, postgresProcesses } from '#lib/server/testing/kill-postgres.ts';

const PARTS = ['portal', 'worker', 'database'] as const;

export type Urls = { readonly appUrl: string; readonly workerUrl: string };

type Trial = {
  readonly dataDir: string;
  readonly port: number;
  readonly urls: Urls;
  readonly actor: ClientActor;
  /** One report each. */
  readonly calls: readonly SubmitRowsInput[];
  /** Of each part. */
  readonly kills: number;
  readonly pick: Pick;
};

async function startChild(script: string, told: object): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, script), [], { execArgv: [] });
  child.send(told);
  await once(child, 'message');
  return child;
}

/**
 * Portal, worker and database in processes of their own, each killed and started again at random moments while reports are sent, each
 * again under its key until it is received. Gives the server back as it runs in the end.
 */
export async function submitWithKills(first: EmbeddedPostgres, trial: Trial): Promise<EmbeddedPostgres> {
  const { dataDir, port, urls, actor, pick, calls } = trial;
  const waiting = new Map<string, (received: boolean) => void>();
  let server = first;
  const startPortal = async (): Promise<ChildProcess> => {
    const child = await startChild('submit-child.ts', { appUrl: urls.appUrl, actor } satisfies Told);
    child.on('message', ({ idempotencyKey, received }: Answered) => waiting.get(idempotencyKey)?.(received));
    return child;
  };
  const startWorker = () => startChild('chain-child.ts', { workerUrl: urls.workerUrl, dataDir });
  let [portal, worker] = await Promise.all([startPortal(), startWorker()]);

  const send = async (input: SubmitRowsInput): Promise<void> => {
    const asked: Asked = { idempotencyKey: newId(), input };
    for (;;) {
      const answer = new Promise<boolean>((resolve) => waiting.set(asked.idempotencyKey, resolve));
      portal.send(asked, () => undefined);
      if (await Promise.race([answer, pause(400, false)])) return;
    }
  };
  const kill: Readonly<Record<(typeof PARTS)[number], () => Promise<void>>> = {
    async portal() {
      portal.kill('SIGKILL');
      portal = await startPortal();
    },
    async worker() {
      worker.kill('SIGKILL');
      worker = await startWorker();
    },
    async database() {
      killAll(postgresProcesses(dataDir));
      await server.exited;
      server = await startPostgres(dataDir, port);
    },
  };
  const queue = [...calls];
  const isDone = (): boolean => queue.length === 0;
  const senders = Array.from({ length: 4 }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await send(next);
      await pause(pick(0, 30));
    }
  });
  const killers = PARTS.map(async (part) => {
    for (let n = 0; n < trial.kills && !isDone(); n += 1) {
      await pause(pick(50, 600));
      await kill[part]();
    }
  });
  try {
    await Promise.all([...senders, ...killers]);
    return server;
  } finally {
    portal.kill('SIGKILL');
    worker.kill('SIGKILL');
  }
}
