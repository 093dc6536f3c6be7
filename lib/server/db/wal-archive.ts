import { chownSync, mkdirSync } from 'node:fs';
import { canEnter, type RunAs } from '#lib/server/db/postgres-user.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

/** A segment is handed over when it is full, and at the latest so many seconds after its first change: what a lost disk costs. */
const HANDED_OVER_WITHIN = '60';

/**
 * What makes a server keep its write-ahead log in a folder, for going back to any instant. A segment appears there whole or not at
 * all; one that is there already with the same content counts, as after a crash between the copy and its being noted.
 */
export function archiveSettings(folder: string, runAs: RunAs): Readonly<Record<string, string>> {
  // It stands in a command of a shell, and PostgreSQL replaces what follows a per cent sign.
  if (!/^[\w/.,@+=-]+$/.test(folder)) {
    throw new OperatorFault(
      `WAL_ARCHIVE_DIR (${folder}) may hold letters, digits and / . , @ + = - _ only. Choose another folder.`,
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs !== undefined) chownSync(folder, runAs.uid, runAs.gid);
  if (!canEnter(folder, runAs)) {
    throw new OperatorFault(
      `The user of the database cannot get to WAL_ARCHIVE_DIR (${folder}): a folder above it is closed to others. Choose another folder.`,
    );
  }
  const [to, draft] = [`${folder}/%f`, `${folder}/%f.draft`];
  return {
    archive_mode: 'on',
    archive_command: `if test -f ${to}; then cmp -s %p ${to}; else cp %p ${draft} && sync ${draft} && mv ${draft} ${to}; fi`,
    archive_timeout: HANDED_OVER_WITHIN,
  };
}
