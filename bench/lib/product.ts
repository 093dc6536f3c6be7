import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseFreePort } from '#lib/server/db/free-port.ts';
import { onStop } from '#scripts/lib/run-main.ts';

export type Product = {
  readonly url: string;
  readonly dataDir: string;
  /** The process that starts the parts. */
  readonly pid: number;
  stop(): Promise<void>;
};

const READY = /^Ready: (\S+)$/m;

/** The whole product, as `npm start` starts it, in an empty data folder of its own; `stop` ends it and removes the folder. */
export async function startProduct(
  env: Readonly<Record<string, string>>,
  /** Hears all that the parts say on standard error, which otherwise goes to ours. */
  hear?: (text: string) => void,
): Promise<Product> {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  // PostgreSQL runs as a user of its own where we are root, and has to get to its folder.
  chmodSync(folder, 0o711);
  const dataDir = path.join(folder, 'data');
  const port = await chooseFreePort(undefined, 4500);
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      PORTAL_URL: '',
      PORTAL_DATA_DIR: dataDir,
      DATABASE_URL: '',
      OIDC_ISSUER: '',
      SMTP_URL: '',
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', hear === undefined ? 'inherit' : 'pipe'],
  });
  if (hear !== undefined) child.stderr?.setEncoding('utf8').on('data', hear);
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  onStop(stop);
  try {
    return { url: await ready(child), dataDir, pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(child: ChildProcess): Promise<string> {
  let said = '';
  return await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = READY.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) =>
      reject(new Error(`The portal did not start (exit ${code ?? 'by signal'}).\n${said}`)),
    );
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGINT');
  await ended;
}
