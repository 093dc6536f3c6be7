import { expect, test } from 'vitest';
import { checkFits } from '#lib/server/backup/check-backup.ts';
import type { BackupContent } from '#lib/server/backup/manifest.ts';

const backup: BackupContent = {
  format: 1,
  madeAt: '2026-03-02T14:05:00.000Z',
  postgres: 18,
  processor: process.arch,
  migration: '20260101000200_second',
  wal: { from: '', through: '' },
  secret: '',
  checksums: null,
  files: [],
};
const migrations = ['20260101000100_first', '20260101000200_second', '20260101000300_third'];

test('a backup of an older portal fits: it is brought up to date when it is started', () => {
  expect(() => checkFits(backup, { postgres: 18, migrations })).not.toThrow();
});

test.each<[string, BackupContent, RegExp]>([
  ['another PostgreSQL', { ...backup, postgres: 17 }, /is of PostgreSQL 17 .*; this portal brings 18/],
  ['another processor', { ...backup, processor: 'riscv64' }, /\(riscv64\)/],
  ['a newer portal', { ...backup, migration: '20270101000100_new' }, /is of a newer portal/],
])('one of %s does not, and it is said', (_name, other, says) => {
  expect(() => checkFits(other, { postgres: 18, migrations })).toThrow(says);
});
