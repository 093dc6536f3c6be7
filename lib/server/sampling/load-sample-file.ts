import { byText } from '#lib/domain/sampling/draw.ts';
import { type ClosedCycle, SAMPLE_FILE_FORMAT, type SampleFile } from '#lib/domain/sampling/sample-file.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

type StoredCycle = ClosedCycle & { readonly parts: readonly string[] };

/** A closed cycle whole, or a provider's part of it, as the reader may see it; null where it is not closed or not there. */
export async function loadSampleFile(
  tx: Tx,
  cycleId: string,
  providerId: string | null,
): Promise<SampleFile | null> {
  const [stored] = await queryJson<StoredCycle>(
    tx,
    Prisma.sql`SELECT c.id, to_char(c.month, 'YYYY-MM') AS month, c.draw, c.opened_at AS "openedAt", encode(c.commitment, 'hex') AS commitment,
        c.drawn_at AS "drawnAt", c.frame_count AS "frameCount", c.drawn_count AS "drawnCount", encode(c.frame_hash, 'hex') AS "frameHash",
        c.closed_at AS "closedAt", encode(c.secret, 'hex') AS secret,
        ARRAY(SELECT encode(p, 'hex') FROM unnest(c.part_hashes) WITH ORDINALITY AS u (p, n) ORDER BY n) AS parts
      FROM sample_cycle c WHERE c.id = ${cycleId}::uuid AND c.closed_at IS NOT NULL`,
  );
  if (stored === undefined) return null;
  const own = Prisma.sql`x.cycle_id = ${cycleId}::uuid AND (${providerId}::uuid IS NULL OR x.provider_id = ${providerId}::uuid)`;
  const strata = await queryJson<SampleFile['strata'][number]>(
    tx,
    Prisma.sql`SELECT x.provider_id AS "providerId", x.delivery_area_id AS "deliveryAreaId", x.level, x.frame_count AS "frameCount",
      x.frame_ore AS "frameOre", x.drawn_count AS "drawnCount", x.share_permille AS "sharePermille", x.least, x.because FROM sample_stratum x WHERE ${own}`,
  );
  const reports = await queryJson<SampleFile['reports'][number]>(
    tx,
    Prisma.sql`SELECT x.report_id AS "reportId", x.provider_id AS "providerId", x.delivery_area_id AS "deliveryAreaId", x.level,
      x.content_hash AS "contentHash", x.amount_ore AS "amountOre", x.position, x.drawn_count AS "drawnCount", x.stratum_count AS "stratumCount",
      x.drawn FROM sample_frame x WHERE ${own}`,
  );
  const results = await readResults(tx, own);
  const { parts, ...cycle } = stored;
  const sorted = reports.toSorted(
    (a, b) => byText(a.providerId, b.providerId) || byText(a.reportId, b.reportId),
  );
  return { format: SAMPLE_FILE_FORMAT, cycle, providerId, parts, strata, reports: sorted, results };
}

/** What drawn reports came to; `where` narrows the results `x`. */
export async function readResults(tx: Tx, where: Prisma.Sql): Promise<SampleFile['results']> {
  return await queryJson<SampleFile['results'][number]>(
    tx,
    Prisma.sql`SELECT x.report_id AS "reportId", x.error, x.error_ore AS "errorOre" FROM sample_result x WHERE ${where} ORDER BY x.report_id`,
  );
}
