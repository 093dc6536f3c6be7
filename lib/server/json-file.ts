import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

export function readJsonFile<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function findJsonFile<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? readJsonFile(file, schema) : undefined;
}

/** Readable by us alone (such files hold passwords), and never half written. */
export function writeJsonFile(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
