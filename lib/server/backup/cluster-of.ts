import path from 'node:path';
import { z } from 'zod';
import { findJsonFile } from '#lib/server/json-file.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

/** The folder of the embedded server's files. */
export function clusterOf(dataDir: string): string {
  const state = findJsonFile(path.join(dataDir, 'postgres.json'), z.object({ folder: z.string() }));
  if (state === undefined)
    throw new OperatorFault(`There is no portal in ${dataDir}. Set PORTAL_DATA_DIR to its data folder.`);
  return path.resolve(dataDir, state.folder);
}
