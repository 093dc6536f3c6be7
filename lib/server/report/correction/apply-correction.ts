import type { Tx } from '#lib/server/db/transaction.ts';
import { tell } from '#lib/server/effect/tell-signatories.ts';
import type { PreparedCorrection } from '#lib/server/report/correction/prepare-correction.ts';
import { insertReports } from '#lib/server/report/insert-reports.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

type Attested = {
  readonly newReportId: string;
  readonly attestationId: string;
  readonly personId: string;
  readonly now: Date;
};

/** The correction of a report that waits is the month's report from now on. Whoever had taken that keeps it, and is told. */
export async function applyAtOnce(
  tx: Tx,
  { report, draft, placementMonth, judged }: PreparedCorrection,
  { newReportId, attestationId, personId, now }: Attested,
): Promise<void> {
  const { submittedOn, takenByPersonId, month } = report;
  await insertReports(
    tx,
    [{ id: newReportId, placementMonth, content: draft.content, judged, submittedOn }],
    {
      status: 'submitted',
      source: 'form',
      submittedAt: now,
      submittedByPersonId: personId,
      apiClientId: null,
      attestationId,
      replaces: ['submitted', 'inReview'],
    },
  );
  if (takenByPersonId === null) return;
  await tx.report.update({
    where: { id: newReportId },
    data: { status: 'inReview', takenByPersonId, takenAt: now, version: { increment: 1 } },
  });
  const [taker] = await tx.$queryRaw<
    { to: string | null }[]
  >`SELECT app.taker_mail(${newReportId}::uuid) AS "to"`;
  const to = taker?.to ?? null;
  if (to === null) return;
  await tell(tx, [to], {
    subject: 'En rapport som du granskar har rättats',
    text: `Leverantören har rättat en rapport för ${formatMonth(month)} som du har tagit. Den nya versionen har ersatt den gamla, och du har den kvar. Skillnaden och skälet står vid rapporten.`,
  });
}
