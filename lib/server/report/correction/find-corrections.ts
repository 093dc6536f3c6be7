import type { MadeCorrection } from '#lib/domain/review/reviewed-report.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';

type Found = {
  readonly correction: MadeCorrection | null;
  readonly waitingCorrectionId: string | null;
};

/** What a report corrected and why, and whether a correction of it waits for a decision. */
export async function findCorrections(tx: Tx, reportId: string): Promise<Found> {
  const [made] = await queryJson<MadeCorrection>(
    tx,
    Prisma.sql`SELECT c.reason, ${CONTENT_OF_REPORT} AS before FROM report_correction c JOIN report r ON r.id = c.report_id
      WHERE c.new_report_id = ${reportId}::uuid`,
  );
  const waiting = await tx.reportCorrection.findFirst({
    where: { reportId, status: 'submitted' },
    select: { id: true },
  });
  return { correction: made ?? null, waitingCorrectionId: waiting?.id ?? null };
}
