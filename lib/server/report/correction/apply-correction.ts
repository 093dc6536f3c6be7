import type { Tx } from '#lib/server/db/transaction.ts';
import { notify } from '#lib/server/notification/notify.ts';
import type { PreparedCorrection } from '#lib/server/report/correction/prepare-correction.ts';
import { insertReports } from '#lib/server/report/insert-reports.ts';
import { giveCase } from '#lib/server/review/case/hold-case.ts';

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
  const { submittedOn, takenByPersonId } = report;
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
  await giveCase(tx, { kind: 'periodicReport', id: newReportId }, takenByPersonId, now);
  await notify(tx, {
    event: 'reportCorrected',
    to: { kind: 'persons', personIds: [takenByPersonId] },
    about: {
      placementId: report.placementId,
      subject: { type: 'report', id: newReportId },
      path: `/review/${newReportId}`,
    },
    now,
  });
}
