import { createHash } from 'node:crypto';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import type { UploadColumn } from '#lib/domain/upload/find-columns.ts';
import type { Database } from '#lib/server/db/client.ts';
import { xlsxOf } from '#lib/server/files/xlsx-writer.ts';
import type { World } from '#lib/server/testing/builders/world.ts';
import { readUpload } from '#lib/server/upload/read-upload.ts';
import { receiveUpload } from '#lib/server/upload/receive-upload.ts';

export type Fields = Readonly<Record<UploadColumn, string | number>>;

export function fieldsOf(reference: string, change: Partial<Fields> = {}): Fields {
  return {
    implementation_reference: reference,
    month: '2026-03',
    activity: 'individualMeeting',
    form: 'onSite',
    minutes: 300,
    language_support: '',
    job_suggestions: 1,
    reason: '',
    ...change,
  };
}

export function csvBytes(rows: readonly Fields[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => REPORT_COLUMNS.map((column) => `"${row[column]}"`).join(';'));
  return new TextEncoder().encode([REPORT_COLUMNS.join(';'), ...lines, ''].join('\r\n'));
}

export async function xlsxBytes(rows: readonly Fields[]): Promise<Uint8Array<ArrayBuffer>> {
  const columns = REPORT_COLUMNS.map((head) => ({ head, kind: 'text' as const, width: 16 }));
  return await xlsxOf([
    { name: 'Rapporter', columns, rows: rows.map((row) => REPORT_COLUMNS.map((column) => row[column])) },
  ]);
}

export type Uploading = {
  readonly actor: ProviderActor;
  readonly now: Date;
  readonly replace?: boolean;
  readonly name?: string;
};

/** Uploads a file and has it read, as the job does; its id. */
export async function uploadAndRead(
  world: World,
  worker: Database,
  content: Uint8Array<ArrayBuffer>,
  { actor, now, replace = false, name = 'mars.xlsx' }: Uploading,
): Promise<string> {
  const input = {
    month: '2026-03',
    fileName: name,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    replace,
  };
  const received = await world.run(receiveUpload(content), input, { actor, now });
  if (!received.ok) throw new Error(JSON.stringify(received.error));
  await readUpload(received.value.id, { worker, app: world.app, now: () => now });
  return received.value.id;
}
