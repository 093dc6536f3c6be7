import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeRows } from './database.ts';

export type StartedPortal = { readonly folder: string; readonly stop: () => Promise<void> };

/**
 * Starts the product as a stranger would (`npm start`, the demo) and waits for `Ready:`; in an empty data folder, or in a copy
 * of the filled one where there is one.
 */
export async function startDemo(port: string): Promise<StartedPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  // PostgreSQL's user goes through it: so the database lies in it and is copied with it.
  chmodSync(folder, 0o711);
  const filled = process.env['E2E_FILLED_DIR'];
  if (filled !== undefined) execFileSync('cp', ['-a', `${filled}/.`, folder]);
  const child = await start(port, folder);
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
  const port = process.env['E2E_PORT'] ?? '';
  const filled = mkdtempSync(join(tmpdir(), 'portal-e2e-filled-'));
  await fill(port, filled);
  process.env['E2E_FILLED_DIR'] = filled;
  const portal = await startDemo(port);
  process.env['E2E_DATA_DIR'] = portal.folder;
  return async () => {
    await portal.stop();
    rmSync(filled, { recursive: true, force: true });
  };
}

/** A data folder with the demo in it, which nobody runs. Filling takes most of a start, and every portal begins with the same. */
async function fill(port: string, folder: string): Promise<void> {
  chmodSync(folder, 0o711);
  const child = await start(port, folder);
  // Whoever starts a copy later finds nobody who has been silent since: there was no outage.
  await changeRows('DELETE FROM portal_heartbeat', folder);
  await stop(child);
}

async function start(port: string, folder: string): Promise<ChildProcess> {
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
  return child;
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
