import type { DocumentStatus, PlacementFacts, Posting } from '#lib/domain/compensation/types.ts';
import { validateFacts } from '#lib/domain/compensation/validate.ts';
import type { Database } from '#lib/server/db/client.ts';
import { monthOf } from '#lib/shared/month.ts';
import { fromUtcDate, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** A placement's facts as of a day, read from the tables in another way than a run reads them. */
export type ReadPlacement = {
  readonly id: string;
  readonly agreementVersionId: string;
  readonly facts: PlacementFacts;
};

const DECIDED = { approve: 'approved', return: 'returned', reject: 'rejected' } as const;

async function readTables(owner: Database, asOf: PlainDate) {
  return await owner.placement.findMany({
    where: { from: { lt: toUtcDate(asOf) } },
    include: {
      provider: true,
      servicePeriods: { orderBy: { from: 'asc' } },
      reports: {
        where: { submittedOn: { lte: toUtcDate(asOf) }, status: { not: 'withdrawn' } },
        include: { decisions: { orderBy: { decidedAt: 'asc' } }, reopenings: true },
        orderBy: { number: 'asc' },
      },
      outcomes: { where: { status: { notIn: ['superseded', 'withdrawn'] } }, include: { spells: true } },
    },
  });
}

type Tables = Awaited<ReturnType<typeof readTables>>[number];

/** What was decided last; a proposal decides nothing, and what was approved on loading has no decision of its own. */
function lastDecided({ decisions }: Tables['reports'][number]): DocumentStatus {
  const last = decisions.findLast(({ decision }) => decision !== 'proposeReject')?.decision;
  return last === 'approve' || last === 'return' || last === 'reject' ? DECIDED[last] : 'approved';
}

/** A report that gave way, or whose decision is taken up again, counts as it was last decided: review section 4, no clawback before a new decision. */
function statusOf(report: Tables['reports'][number]): DocumentStatus {
  const { status, reopenings } = report;
  if (status === 'approved' || status === 'returned' || status === 'rejected') return status;
  return status === 'superseded' || reopenings.length > 0 ? lastDecided(report) : 'submitted';
}

function dateOf(date: Date | null): string | null {
  return date === null ? null : fromUtcDate(date);
}

function factsOf(tables: Tables, asOf: PlainDate, posted: readonly Posting[]): PlacementFacts {
  const { provider, servicePeriods, outcomes, cancelledAt } = tables;
  // The last of a month counts: they come in the order of their numbers.
  const reports = new Map(tables.reports.map((report) => [monthOf(fromUtcDate(report.month)), report]));
  const [outcome] = outcomes;
  const facts = validateFacts({
    placement: {
      id: tables.id,
      level: tables.level,
      providerOrgNo: provider.orgNo,
      relatedOrgNos: [],
      periods: servicePeriods.map(({ number, from, to }) => ({ number, from: dateOf(from), to: dateOf(to) })),
      end: dateOf(cancelledAt === null ? tables.end : tables.from),
      endReason: cancelledAt === null ? tables.endReason : (tables.endReason ?? 'switch'),
    },
    reports: [...reports].map(([month, report]) => ({
      month,
      status: statusOf(report),
      submittedOn: dateOf(report.submittedOn),
    })),
    absences: [],
    outcome:
      outcome === undefined
        ? null
        : {
            type: outcome.type,
            status: outcome.status,
            from: dateOf(outcome.from),
            signalledOn: dateOf(outcome.signalledOn),
            appliedOn: dateOf(outcome.appliedOn),
            verifiedThrough: dateOf(outcome.verifiedThrough),
            spells: outcome.spells.map((spell) => ({
              from: dateOf(spell.from),
              to: dateOf(spell.to),
              extentPercent: spell.extentPercent,
              employerOrgNo: spell.employerOrgNo,
            })),
          },
    posted,
    asOf,
  });
  if (!facts.ok) throw new Error(`${tables.id}: ${JSON.stringify(facts.error)}`);
  return facts.value;
}

/** Every placement that has begun by the day, as if nothing had ever been posted for it. */
export async function readPlacements(owner: Database, asOf: PlainDate): Promise<readonly ReadPlacement[]> {
  const all = await readTables(owner, asOf);
  return all.map((tables) => ({
    id: tables.id,
    agreementVersionId: tables.agreementVersionId,
    facts: factsOf(tables, asOf, []),
  }));
}
