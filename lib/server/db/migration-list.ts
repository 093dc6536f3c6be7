import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

const folder = (): string => path.resolve('prisma', 'migrations');

/** The names of the migrations in the repository, oldest first. */
export function listMigrationNames(): string[] {
  return readdirSync(folder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder(), entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .toSorted();
}

/** The migrations as the schema engine wants them. */
export function readMigrations(): MigrationList {
  const lockfile = path.join(folder(), 'migration_lock.toml');
  return {
    baseDir: folder(),
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: listMigrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(folder(), name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

export function readDatamodel(): { path: string; content: string } {
  const file = path.resolve('prisma', 'schema.prisma');
  return { path: file, content: readFileSync(file, 'utf8') };
}
