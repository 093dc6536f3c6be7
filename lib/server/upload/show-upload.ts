import type { UploadProblem, UploadView } from '#lib/domain/upload/upload-view.ts';
import type { UploadViewInput } from '#lib/schemas/upload.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { UPLOADERS } from '#lib/server/upload/receive-upload.ts';
import { ownUpload, UPLOAD_COLUMNS, type UploadRow } from '#lib/server/upload/upload-row.ts';

const PAGE = 50;

type Shown = UploadView & { readonly participantIds: readonly string[] };

/** What an upload came to: the sums, and what is wrong or goes along to review, page by page. */
export const showUpload = defineQuery<UploadViewInput, Shown>({
  name: 'upload.show',
  mandates: UPLOADERS,
  purpose: 'Uppladdade filer med redovisning',
  run: async (tx, input, { actor }) => {
    if (actor.kind !== 'person') return null;
    const [row] = await tx.$queryRaw<(UploadRow & { participantIds: readonly string[] })[]>`
      SELECT ${UPLOAD_COLUMNS}, u.participant_ids::text[] AS "participantIds" FROM upload u
      WHERE u.id = ${input.uploadId}::uuid AND ${ownUpload(actor.membershipId)}`;
    if (row === undefined) return null;
    const { participantIds, ...upload } = row;
    const found = await countProblems(tx, input);
    const pages = Math.max(1, Math.ceil(found / PAGE));
    const page = Math.min(input.page, pages);
    return { upload, participantIds, found, page, pages, problems: await problemsOf(tx, input, page) };
  },
  reads: ({ upload, participantIds }) => ({ type: 'upload', id: upload.id, participantIds }),
});

function wanted({ uploadId, show, q }: UploadViewInput): Prisma.Sql {
  const severity = show === 'block' ? Prisma.sql`p.severity = 'block'` : Prisma.sql`p.severity <> 'block'`;
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const text = Prisma.sql`(p.message ILIKE ${pattern} OR p.fix ILIKE ${pattern} OR p.code ILIKE ${pattern}
    OR p."column" ILIKE ${pattern} OR p.row::text = ${q})`;
  return Prisma.sql`p.upload_id = ${uploadId}::uuid AND ${severity} AND ${q === '' ? Prisma.sql`true` : text}`;
}

async function countProblems(tx: Tx, input: UploadViewInput): Promise<number> {
  const [counted] = await tx.$queryRaw<{ found: number }[]>`
    SELECT count(*)::int AS found FROM upload_problem p WHERE ${wanted(input)}`;
  return counted?.found ?? 0;
}

async function problemsOf(tx: Tx, input: UploadViewInput, page: number): Promise<readonly UploadProblem[]> {
  return await tx.$queryRaw<UploadProblem[]>`
    SELECT p.number, p.severity, p.row, p."column", p.code, p.message, p.fix FROM upload_problem p
    WHERE ${wanted(input)} ORDER BY p.number LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`;
}
