import { readingOf } from '#lib/domain/report/reading-time.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';

type Content = { readonly placementId: string; readonly content: ReportContent };
type Reader = { readonly personId: string; readonly month: Month; readonly now: Date };

const hashesOf = (contents: readonly Content[], month: Month): string[] =>
  contents.map(({ placementId, content }) => contentHash({ placementId, month }, content));

/** Keeps what a signatory is shown before signing, with the portal's own time. */
export async function keepShown(
  tx: Tx,
  contents: readonly Content[],
  { personId, month, now }: Reader,
): Promise<void> {
  if (contents.length === 0) return;
  await tx.$executeRaw`INSERT INTO attest_shown (id, person_id, month, shown_at, content_hashes)
    VALUES (${newId()}::uuid, ${personId}::uuid, ${firstDay(month)}::date, ${now.toISOString()}::timestamptz, ${hashesOf(contents, month)}::text[])`;
}

/** How long somebody has had to read what they sign now, by what they were shown during the last day. */
export async function loadReading(
  tx: Tx,
  contents: readonly Content[],
  { personId, month, now }: Reader,
): Promise<ReportFacts['reading']> {
  const shown = await tx.$queryRaw<{ at: Date; contentHashes: readonly string[] }[]>`
    SELECT shown_at AS at, content_hashes AS "contentHashes" FROM attest_shown
    WHERE person_id = ${personId}::uuid AND month = ${firstDay(month)}::date
      AND shown_at > ${now.toISOString()}::timestamptz - interval '1 day' AND shown_at <= ${now.toISOString()}::timestamptz`;
  return readingOf(
    hashesOf(contents, month),
    shown.map(({ at, contentHashes }) => ({ at: at.getTime(), contentHashes })),
    now.getTime(),
  );
}
