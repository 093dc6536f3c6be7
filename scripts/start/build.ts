import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noRoom, OperatorFault } from '#lib/server/operator-fault.ts';
import { withLock } from '#scripts/lib/lock.mjs';
import { runProgram } from '#scripts/lib/run-program.ts';

const stamp = '.next/built-from';
const sources = [
  '{app,components,lib,public}/**/*',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const irrelevant = /\.i?test\.tsx?$|^lib\/server\/(db\/generated|testing)\//;

/** The production build, made when any source has other content than the last one was made from. */
export async function build(logFolder: string, signal: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  await withLock(
    '.build.lock',
    async () => {
      if (!isBuilt()) await runBuild(path.join(logFolder, 'build.log'), signal);
    },
    () => console.log('Waiting for another start to build…'),
  );
}

function isBuilt(): boolean {
  return existsSync('.next/BUILD_ID') && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative('', path.join(entry.parentPath, entry.name)))
    .filter((file) => !irrelevant.test(file));
  for (const file of files.toSorted()) {
    hash
      .update(file)
      .update('\0')
      .update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

async function runBuild(log: string, signal: AbortSignal): Promise<void> {
  console.log('Building…');
  const from = fingerprint();
  const { status, said } = await runProgram(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    signal,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  writeFileSync(log, said);
  if (said.includes('ENOSPC') || said.includes('No space left on device')) throw noRoom(process.cwd());
  if (status !== 0) {
    throw new OperatorFault(
      `The portal could not be built. The log is in ${log}; it ends with: ${lastWords(said)}`,
    );
  }
  writeFileSync(stamp, from);
}

function lastWords(said: string): string {
  return said
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' ')
    .slice(-400);
}
