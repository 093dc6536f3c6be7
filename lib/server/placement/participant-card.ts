import { nextSteps } from '#lib/domain/placement/next-steps.ts';
import type { CardReport, ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';
import { coachesOf } from '#lib/server/placement/participant-list.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { firstDay, monthOf, nextMonth } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { fromUtcDate, plainDateFromDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** One participant with plan, log of the month that goes on, and reports. */
export const participantCard = defineQuery<{ readonly placementId: string }, ParticipantCard>({
  name: 'participant.card',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Stöd till deltagare hos leverantören',
  run: async (tx, { placementId }, { actor, today }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const month = monthOf(today);
    const placement = await tx.placement.findFirst({
      where: { id: placementId, providerId: actor.providerId, cancelledAt: null },
      include: {
        participant: { include: { person: { select: { givenName: true, familyName: true } } } },
        office: { select: { name: true } },
        servicePeriods: { orderBy: { number: 'asc' } },
        entries: {
          where: {
            removedAt: null,
            date: { gte: toUtcDate(firstDay(month)), lt: toUtcDate(firstDay(nextMonth(month))) },
          },
          orderBy: [{ date: 'asc' }, { createdAt: 'asc' }],
        },
        reports: {
          where: { status: { notIn: ['superseded', 'withdrawn'] } },
          orderBy: { month: 'desc' },
          include: { decisions: { orderBy: { decidedAt: 'desc' }, take: 1 } },
        },
      },
    });
    if (placement === null) return null;
    const reports = placement.reports.map(reportOf);
    const plans = await listPlans(tx, placementId);
    const from = fromUtcDate(placement.from);
    const to = fromUtcDate(placement.end ?? placement.to);
    const periods = placement.servicePeriods.map((period) => ({
      number: period.number,
      implementationReference: period.implementationReference,
      from: fromUtcDate(period.from),
      to: fromUtcDate(period.to),
    }));
    const { person, id, language, needsLanguageSupport } = placement.participant;
    const first = plans.at(-1);
    const way = {
      from,
      to,
      periods,
      plannedOn: first === undefined ? null : plainDateFromDate(new Date(first.createdAt)),
      reportedMonths: reports.filter(({ status }) => status !== 'returned').map((report) => report.month),
    };
    return {
      placementId,
      participantId: id,
      version: placement.version,
      name: `${person.givenName} ${person.familyName}`,
      level: placement.level,
      officeName: placement.office.name,
      choice: placement.choice,
      language,
      needsLanguageSupport,
      coach: await coachOf(tx, placement.coachPersonId),
      from,
      to,
      endReason: placement.endReason,
      periods,
      plans,
      month,
      entries: placement.entries.map((entry) => ({
        id: entry.id,
        date: fromUtcDate(entry.date),
        activity: entry.activity,
        form: entry.form,
        minutes: entry.minutes,
        note: entry.note,
      })),
      reports,
      steps: nextSteps(way, today, await termsInForce(tx, today)),
      coaches: await coachesOf(tx, actor.providerId, today),
    };
  },
  reads: ({ placementId, participantId }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [participantId],
  }),
});

async function coachOf(tx: Tx, personId: string | null): Promise<ParticipantCard['coach']> {
  if (personId === null) return null;
  const person = await tx.person.findUnique({ where: { id: personId } });
  return person === null ? null : { personId, name: `${person.givenName} ${person.familyName}` };
}

type StoredReport = Prisma.ReportGetPayload<{ include: { decisions: true } }>;

function reportOf(report: StoredReport): CardReport {
  const [decision] = report.decisions;
  return {
    id: report.id,
    month: monthOf(fromUtcDate(report.month)),
    // Superseded and withdrawn ones are not asked for.
    status: report.status as CurrentStatus,
    submittedOn: fromUtcDate(report.submittedOn),
    decideBy: fromUtcDate(report.decideBy),
    amountOre: ore(Number(report.amountOre)),
    reasonCode: decision?.reasonCode ?? null,
    reason: decision?.reason ?? null,
    decidedOn: decision === undefined ? null : plainDateFromDate(decision.decidedAt),
  };
}
