import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '#scripts/lib/lock.mjs';

/**
 * Makes Prisma's client from prisma/schema.prisma unless it is there already. `prisma generate` insists on a schema
 * engine that it would download but does not run; any program that exists satisfies it.
 */
const output = path.resolve('lib', 'server', 'db', 'generated');
const stamp = path.join(output, '.made-from');

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}

function isMade(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function generate(): void {
  if (isMade()) return;
  const made = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (made.status === 0) {
    writeFileSync(stamp, fingerprint());
    return;
  }
  console.error(`Prisma's client could not be made from prisma/schema.prisma:\n${made.stdout}${made.stderr}`);
  process.exitCode = 1;
}

if (!isMade()) await withLock('.prisma-generate.lock', generate);
