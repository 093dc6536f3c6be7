import { fileURLToPath } from 'node:url';

/** Absolute path of a data file that the seeds are made from. */
export function dataFile(name: string): string {
  return fileURLToPath(new URL(`data/${name}`, import.meta.url));
}
