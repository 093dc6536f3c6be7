import type { JobActor } from '#lib/domain/actor/actor.ts';
import { awaitsDecision } from '#lib/domain/review/decide-report.ts';
import { isReasonCode } from '#lib/domain/review/reason-code.ts';
import { replyState } from '#lib/domain/review/reply-state.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Database } from '#lib/server/db/client.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { type LockedReport, lockReport } from '#lib/server/review/lock-report.ts';
import { type Decided, writeDecision } from '#lib/server/review/write-decision.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays, type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'review.settle' };

export type Settled = {
  /** Proposed rejections that nobody answered by the last day. */
  readonly rejected: number;
  /** Reports that nobody had decided within the terms' days. */
  readonly approved: number;
};

/** Reports whose proposed rejection became final today, in silence. */
const UNANSWERED = (today: PlainDate) => Prisma.sql`SELECT r.id::text FROM report r
  WHERE r.reply_by < ${today}::date AND NOT EXISTS (SELECT 1 FROM review_reply a WHERE a.report_id = r.id AND a.decision_id = (
    SELECT d.id FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1))
  ORDER BY r.id`;

/**
 * Reports that wait for a person since before `lastDay`: none whose rejection is proposed, none that is taken up again. What a sample has
 * drawn is decided by a person however long it takes: counted as sound without having been looked at, it would hide the errors.
 */
const UNDECIDED = (lastDay: PlainDate) => Prisma.sql`SELECT r.id::text FROM report r
  WHERE r.status IN ('submitted', 'inReview') AND r.route = 'person' AND r.submitted_on < ${lastDay}::date
    AND r.route_reason IS DISTINCT FROM 'sample' AND r.reply_by IS NULL AND r.standing_status IS NULL ORDER BY r.id`;

async function bySilence(tx: Tx, report: LockedReport, today: PlainDate): Promise<Decided | null> {
  if (report.decision !== 'proposeReject' || replyState(report, today) !== 'over') return null;
  const proposal = await tx.reviewDecision.findUniqueOrThrow({ where: { id: report.decisionId ?? '' } });
  const { reasonCode, reason } = proposal;
  return {
    status: 'rejected',
    decision: {
      kind: 'reject',
      reasonCode: isReasonCode(reasonCode) ? reasonCode : 'other',
      reason: reason ?? '',
    },
    by: 'silence',
  };
}

function deemed(report: LockedReport): Decided | null {
  return awaitsDecision(report.status) && report.replyBy === null && report.standingStatus === null
    ? { status: 'approved', decision: { kind: 'approve' }, by: 'deemed' }
    : null;
}

/**
 * What time decides, once a day or oftener with the same effect: a proposed rejection that nobody answered becomes final the day
 * after its last day, on behalf of who proposed it; where the terms say so, a report that nobody has decided in their days counts as
 * approved, whatever its checks found. Each report in a transaction of its own, so that a job that was killed goes on.
 * Source: review, section 4.
 */
export async function settleByTime(database: Database, now: Date): Promise<Settled> {
  const today = plainDateFromDate(now);
  const terms = await inTransaction(database, ACTOR, (tx) => termsInForce(tx, today));
  const { deemedApprovalDays: days } = terms;
  return {
    rejected: await settleEach(database, now, UNANSWERED(today), bySilence),
    approved:
      days === 0
        ? 0
        : await settleEach(database, now, UNDECIDED(addDays(today, -days)), async (_, report) =>
            deemed(report),
          ),
  };
}

async function settleEach(
  database: Database,
  now: Date,
  which: Prisma.Sql,
  decide: (tx: Tx, report: LockedReport, today: PlainDate) => Promise<Decided | null>,
): Promise<number> {
  const today = plainDateFromDate(now);
  const found = await inTransaction(database, ACTOR, (tx) => tx.$queryRaw<{ id: string }[]>(which));
  let settled = 0;
  for (const { id } of found) {
    settled += await inTransaction(database, ACTOR, async (tx) => {
      // Locked before it is read: what somebody answers in this moment is then seen.
      await tx.$queryRaw`SELECT 1 FROM report WHERE id = ${id}::uuid FOR UPDATE`;
      const report = await lockReport(tx, id);
      const decided = report === null ? null : await decide(tx, report, today);
      if (report === null || decided === null) return 0;
      await writeDecision(tx, decided, report, { actor: ACTOR, now, today });
      await writeAudit(tx, {
        actor: ACTOR,
        action: 'report.settle',
        outcome: 'done',
        subject: {
          type: 'report',
          id,
          participantIds: [report.participantId],
          detail: { month: report.month, decided },
        },
      });
      return 1;
    });
  }
  return settled;
}
