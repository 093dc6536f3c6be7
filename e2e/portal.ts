import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type StartedPortal = { readonly folder: string; readonly stop: () => Promise<void> };

/** Starts the product as a stranger would (`npm start`, the demo) in an empty data folder, and waits for `Ready:`. */
export async function startDemo(port: string): Promise<StartedPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    env: {
      ...process.env,
      PORT: port,
      PORTAL_DATA_DIR: folder,
      PORTAL_SEED: 'demo',
      DATABASE_URL: '',
      OIDC_ISSUER: '',
      SMTP_URL: '',
      PORTAL_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(child);
  return {
    folder,
    stop: async () => {
      await stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The portal that the tests share, ended after the last of them. With E2E_DATA_DIR set, a portal that runs from that
 * folder at E2E_PORT is used as it is.
 */
export default async function startPortal(): Promise<() => Promise<void>> {
  if (process.env['E2E_DATA_DIR'] !== undefined) return async () => undefined;
  const portal = await startDemo(process.env['E2E_PORT'] ?? '');
  process.env['E2E_DATA_DIR'] = portal.folder;
  return portal.stop;
}

async function ready(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.includes('Ready:')) resolve();
    });
    child.once('exit', (code) =>
      reject(new Error(`The portal did not start (exit ${code ?? 'by signal'}).`)),
    );
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}
