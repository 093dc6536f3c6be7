import type { Database } from '#lib/server/db/client.ts';

/** An upload that has not ended, as its reading needs it. */
export type OpenUpload = {
  readonly id: string;
  readonly membershipId: string;
  readonly replace: boolean;
  readonly locale: string;
  readonly receivedAt: Date;
};

/** Null: it has ended, or is gone. */
export async function findUpload(worker: Database, id: string): Promise<OpenUpload | null> {
  const [upload] = await worker.$queryRaw<OpenUpload[]>`
    SELECT id::text, membership_id::text AS "membershipId", replace, locale, received_at AS "receivedAt"
    FROM upload WHERE id = ${id}::uuid AND finished_at IS NULL`;
  return upload ?? null;
}

/** The bytes as they came. */
export async function givenFile(worker: Database, id: string): Promise<Uint8Array> {
  const [file] = await worker.$queryRaw<{ given: Uint8Array }[]>`
    SELECT given FROM upload_file WHERE upload_id = ${id}::uuid`;
  if (file === undefined) throw new Error(`Upload ${id} has no file`);
  return file.given;
}
