import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupContent, BackupFile } from '#lib/server/backup/manifest.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

/** Every file is there, as long as it was and with the same content; the first that is not is named. */
export async function checkFiles(folder: string, { files }: BackupContent): Promise<void> {
  for (const file of files) {
    const fault = await faultOf(path.join(folder, file.path), file);
    if (fault !== null)
      throw new OperatorFault(`The backup is damaged: ${file.path} ${fault}. Take another backup.`);
  }
}

async function faultOf(name: string, { size, sha256 }: BackupFile): Promise<string | null> {
  if (!existsSync(name)) return 'is missing';
  if (statSync(name).size !== size) return 'is not as long as it was';
  const hash = createHash('sha256');
  for await (const part of createReadStream(name)) hash.update(part as Buffer);
  return hash.digest('hex') === sha256 ? null : 'was changed';
}

/** Its files fit this machine and this version of the portal. */
export function checkFits(
  backup: BackupContent,
  here: { postgres: number; migrations: readonly string[] },
): void {
  if (backup.postgres !== here.postgres || backup.processor !== process.arch) {
    throw new OperatorFault(
      `The backup is of PostgreSQL ${backup.postgres} (${backup.processor}); this portal brings ${here.postgres} (${process.arch}). Restore it with the version of the portal that made it.`,
    );
  }
  if (!here.migrations.includes(backup.migration)) {
    throw new OperatorFault(
      `The backup is of a newer portal (migration ${backup.migration}). Restore it with that version or a later one.`,
    );
  }
}
