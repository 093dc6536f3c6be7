import type { Actor } from '#lib/domain/actor/actor.ts';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import type { DocumentStatus } from '#lib/domain/document/document.ts';
import { outcomeStanding } from '#lib/domain/outcome/outcome-clock.ts';
import { byStep, outcomeStep } from '#lib/domain/outcome/outcome-steps.ts';
import type { ListedOutcome, OutcomeList } from '#lib/domain/outcome/provider-outcome.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlacementMoney, placementMoneys } from '#lib/server/effect/placement-effect.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

type Row = Omit<ListedOutcome, 'step' | 'awaitedOre'> & {
  readonly signalStatus: DocumentStatus | null;
  readonly signalFrom: PlainDate | null;
};

/** Every placement in the actor's reach with a signal or an outcome that stands, with its next step; names of those few alone. */
export async function standingOutcomes(
  tx: Tx,
  actor: Actor,
  today: PlainDate,
  own: Prisma.Sql = Prisma.sql`true`,
): Promise<readonly ListedOutcome[]> {
  const rows = await queryJson<Row>(
    tx,
    Prisma.sql`WITH told AS MATERIALIZED (
      SELECT p.id, p.participant_id, p.office_id, coalesce(o.type::text, d.content ->> 'type') AS type, o.id AS outcome_id, d.id AS signal_id,
        d.status, d.content ->> 'from' AS signal_from
      FROM placement p
        LEFT JOIN outcome o ON o.placement_id = p.id AND o.status NOT IN ('superseded', 'withdrawn')
        LEFT JOIN document d ON d.placement_id = p.id AND d.kind = 'signal' AND d.status IN ('submitted', 'inReview', 'returned', 'approved')
      WHERE ${placementsInReach(actor)} AND p.cancelled_at IS NULL AND (o.id IS NOT NULL OR d.id IS NOT NULL) AND ${own})
      SELECT p.id AS "placementId", p.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
        f.name AS "officeName", p.type, p.outcome_id AS "outcomeId", p.signal_id AS "signalId", p.status AS "signalStatus", p.signal_from AS "signalFrom"
      FROM told p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office f ON f.id = p.office_id`,
  );
  const ids = rows.map(({ placementId }) => placementId);
  const moneys = await placementMoneys(tx, ids, today);
  const sees = actor.kind === 'person' && seesMoney(actor.role);
  return rows
    .flatMap(({ signalStatus, signalFrom, ...row }): ListedOutcome[] => {
      const money = moneys.get(row.placementId);
      if (money === undefined) return [];
      const signal =
        signalStatus === null || signalFrom === null ? null : { status: signalStatus, from: signalFrom };
      const step = outcomeStep({ agreement: money.agreement, facts: money.facts, signal });
      return [{ ...row, step, awaitedOre: sees ? awaited(money) : null }];
    })
    .toSorted((a, b) => byStep(a.step, b.step) || (a.placementId < b.placementId ? -1 : 1));
}

/** What the outcome may still give: on its way, or at stake for want of evidence or a decision. */
function awaited({ agreement, facts }: PlacementMoney): Ore {
  const amounts = outcomeStanding(agreement, facts).flatMap(({ after }) => {
    if (after.kind === 'pending') return [after.amountOre];
    const waits =
      after.kind === 'notPayable' && (after.reason === 'notVerified' || after.reason === 'notApproved');
    return waits ? [after.amountOre] : [];
  });
  return sumOre(amounts);
}

/** The provider's signals and outcomes, by what comes next and its day. */
export const listOutcomes = defineQuery<{ readonly page: number }, OutcomeList>({
  name: 'outcome.list',
  mandates: ['coach', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Resultatredovisning',
  async run(tx, { page }, { actor, today }) {
    const outcomes = await standingOutcomes(tx, actor, today);
    return {
      today,
      outcomes: outcomes.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      total: outcomes.length,
      page,
      pageSize: PAGE_SIZE,
    };
  },
  reads: ({ outcomes }) => ({
    type: 'outcome',
    id: null,
    participantIds: outcomes.map(({ participantId }) => participantId),
  }),
});
