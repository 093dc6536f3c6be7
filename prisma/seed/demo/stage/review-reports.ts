import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { ReviewKind } from '#prisma/seed/demo/story/participant-story.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';

type Submitted = {
  readonly reportId: string;
  readonly version: number;
  readonly placementId: string;
  readonly protected: boolean;
  /** Goes the automatic way: it waits for the draw. */
  readonly isAutomatic: boolean;
};

/** The provider's reports of a month that wait for a decision. */
export async function waitingReports(
  stage: Stage,
  providerId: string,
  month: Month,
): Promise<readonly Submitted[]> {
  const { rows } = await stage.owner.query<Submitted>(
    `SELECT id AS "reportId", version, placement_id AS "placementId", protected, route = 'automatic' AS "isAutomatic" FROM report
     WHERE provider_id = $1 AND month = $2 AND status = 'submitted' ORDER BY id`,
    [providerId, firstDay(month)],
  );
  return rows;
}

const REFUSALS = {
  returned: {
    decision: 'return',
    reasonCode: 'minutes',
    reason:
      'Antalet minuter med praktiskt stöd stämmer inte med det vi har fått veta. Se över veckorna i mitten av månaden och skicka in igen.',
  },
  rejected: {
    // Final when the last day to answer has passed.
    decision: 'proposeReject',
    reasonCode: 'activityNotShown',
    reason:
      'Deltagaren säger att mötena inte blev av, och ni har inte kunnat visa att aktiviteterna har genomförts.',
  },
} as const;

/** A reviewer approves, returns or rejects; protected ones are decided by the reviewer who is named for them. */
export async function decideReport(
  stage: Stage,
  report: Submitted,
  kind: ReviewKind | undefined,
  at: Date,
): Promise<void> {
  const actor = await stage.actor(report.protected ? 'lena-fors' : 'anders-wiklund');
  const { reportId, version } = report;
  const decision = kind === 'returned' || kind === 'rejected' ? REFUSALS[kind] : { decision: 'approve' };
  await stage.command(decideOnReport, { reportId, version, ...decision }, { actor, at });
}

export async function take(stage: Stage, { reportId, version }: Submitted, at: Date): Promise<void> {
  const actor = await stage.actor('anders-wiklund');
  await stage.command(takeReport, { reportId, version }, { actor, at });
}
