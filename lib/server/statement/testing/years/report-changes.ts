import type { ReportStatus } from '#lib/server/db/generated/enums.ts';
import { newId } from '#lib/server/ids.ts';
import {
  closedMonths,
  oneOf,
  type YearsPlacement,
  type YearsReport,
  type YearsWorld,
} from '#lib/server/statement/testing/years/years-world.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** One change to the facts of a placement. Tells whether it was possible. */
export type Change = (world: YearsWorld, placement: YearsPlacement, cutOff: PlainDate) => Promise<boolean>;

const DECISIONS = { approved: 'approve', returned: 'return', rejected: 'reject' } as const;
type Decided = keyof typeof DECISIONS;

async function decide(
  { owner }: YearsWorld,
  report: YearsReport,
  status: Decided,
  on: PlainDate,
): Promise<void> {
  const why = status === 'approved' ? {} : { reasonCode: 'other', reason: 'Så bedömer granskaren.' };
  await owner.reviewDecision.create({
    data: { id: newId(), reportId: report.id, decision: DECISIONS[status], ...why, decidedAt: toUtcDate(on) },
  });
  await owner.report.update({ where: { id: report.id }, data: { status } });
  report.status = status;
}

async function send(
  { owner }: YearsWorld,
  placement: YearsPlacement,
  sent: { month: Month; submittedOn: PlainDate; status: ReportStatus; supersedesId?: string },
): Promise<YearsReport> {
  const number = (placement.versions.get(sent.month) ?? 0) + 1;
  const id = await buildStoredReport(owner, { placement: placement.built, number, ...sent });
  const report = { id, number, status: sent.status, submittedOn: sent.submittedOn };
  placement.versions.set(sent.month, number);
  placement.reports.set(sent.month, report);
  return report;
}

/** The reports of the month that has just closed: most in time and approved, some not yet, a few missing. */
export async function reportMonth(world: YearsWorld, month: Month): Promise<void> {
  const { pick } = world;
  const closed = firstDay(nextMonth(month));
  for (const placement of world.placements) {
    if (!closedMonths(placement, closed).includes(month) || pick(1, 100) <= 6) continue;
    const submittedOn = addDays(closed, pick(0, 9));
    const chance = pick(1, 100);
    // Approved on loading, without a decision of its own.
    if (chance <= 25) await send(world, placement, { month, submittedOn, status: 'approved' });
    else {
      const report = await send(world, placement, { month, submittedOn, status: 'submitted' });
      if (chance > 32)
        await decide(
          world,
          report,
          chance > 40 ? 'approved' : oneOf(pick, ['returned', 'rejected']),
          addDays(submittedOn, 10),
        );
    }
  }
}

/** A report of a month of which none stands, long after it was due. */
const late: Change = async (world, placement, cutOff) => {
  const months = closedMonths(placement, cutOff).filter((month) => !placement.reports.has(month));
  const month = months[world.pick(0, Math.max(0, months.length - 1))];
  if (month === undefined) return false;
  const submittedOn = addDays(cutOff, -world.pick(0, 12));
  await send(world, placement, { month, submittedOn, status: oneOf(world.pick, ['submitted', 'approved']) });
  return true;
};

/** A report that stands as one of these, at random. */
function standing(
  { pick }: YearsWorld,
  placement: YearsPlacement,
  statuses: readonly ReportStatus[],
): readonly [Month, YearsReport] | null {
  const found = [...placement.reports].filter(([, { status }]) => statuses.includes(status));
  return found[pick(0, Math.max(0, found.length - 1))] ?? null;
}

const decideReport: Change = async (world, placement, cutOff) => {
  const found = standing(world, placement, ['submitted', 'inReview']);
  if (found === null) return false;
  await decide(world, found[1], oneOf(world.pick, ['approved', 'approved', 'returned', 'rejected']), cutOff);
  return true;
};

/** Somebody takes a decision up again: it counts as it was until it is decided anew. */
const reopen: Change = async (world, placement, cutOff) => {
  const found = standing(world, placement, ['approved', 'rejected']);
  if (found === null) return false;
  const [, report] = found;
  await world.owner.reportReopening.create({
    data: {
      id: newId(),
      reportId: report.id,
      kind: 'wrong',
      reason: 'Så var det inte.',
      effectOre: 0n,
      nextOre: 0n,
      reopenedByPersonId: newId(),
      reopenedAt: toUtcDate(cutOff),
    },
  });
  await world.owner.report.update({ where: { id: report.id }, data: { status: 'inReview' } });
  report.status = 'inReview';
  return true;
};

/** A corrected report in place of one that was decided; some are sent only after the cut-off, and do not count by then. */
const correct: Change = async (world, placement, cutOff) => {
  const found = standing(world, placement, ['approved', 'returned', 'rejected']);
  if (found === null) return false;
  const [month, { id }] = found;
  await world.owner.report.update({ where: { id }, data: { status: 'superseded' } });
  const submittedOn = addDays(cutOff, world.pick(1, 4) === 1 ? world.pick(1, 4) : -world.pick(0, 8));
  const status = oneOf<ReportStatus>(world.pick, ['submitted', 'approved']);
  await send(world, placement, { month, submittedOn, status, supersedesId: id });
  return true;
};

const withdraw: Change = async (world, placement) => {
  const found = standing(world, placement, ['submitted']);
  if (found === null) return false;
  await world.owner.report.update({ where: { id: found[1].id }, data: { status: 'withdrawn' } });
  placement.reports.delete(found[0]);
  return true;
};

export const REPORT_CHANGES: readonly Change[] = [
  late,
  late,
  decideReport,
  decideReport,
  decideReport,
  reopen,
  reopen,
  correct,
  correct,
  withdraw,
];
