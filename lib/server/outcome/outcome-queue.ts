import { byDayAndKronor, outcomeWork } from '#lib/domain/outcome/outcome-queue.ts';
import type { OutcomeQueue, QueuedOutcome } from '#lib/domain/outcome/outcome-page.ts';
import type { OutcomeQueueInput } from '#lib/schemas/outcome.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { placementMoneys } from '#lib/server/effect/placement-effect.ts';
import { sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

type Candidate = Pick<
  QueuedOutcome,
  'id' | 'participantId' | 'participantName' | 'providerName' | 'level' | 'type'
> & { readonly placementId: string; readonly submittedOn: PlainDate };

/** What awaits a decision, and what fell due with evidence that does not reach; by day, then by kronor. */
export const outcomeQueue = defineQuery<OutcomeQueueInput, OutcomeQueue>({
  name: 'outcome.queue',
  mandates: ['reviewer'],
  purpose: 'Granskning av resultat',
  async run(tx, { show, page }, { today }) {
    const work = await workOf(tx, today);
    const shown = work.filter(({ why }) => show === 'all' || why === show);
    return {
      outcomes: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      total: shown.length,
      awaiting: work.filter(({ why }) => why === 'awaiting').length,
      due: work.filter(({ why }) => why === 'due').length,
      nowOre: sumOre(shown.map(({ nowOre }) => nowOre)),
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

async function workOf(tx: Tx, today: PlainDate): Promise<readonly QueuedOutcome[]> {
  const candidates = await candidatesOf(tx, today);
  const moneys = await placementMoneys(
    tx,
    candidates.map(({ placementId }) => placementId),
    today,
  );
  return candidates
    .flatMap(({ placementId, submittedOn, ...row }): QueuedOutcome[] => {
      const money = moneys.get(placementId);
      const work = money === undefined ? null : outcomeWork(money.agreement, money.facts, submittedOn);
      return work === null ? [] : [{ ...row, ...work }];
    })
    .toSorted((a, b) => byDayAndKronor(a, b) || (a.id < b.id ? -1 : 1));
}

/**
 * Outcomes that may ask for something: submitted ones, and approved ones whose evidence ends before the last milestone can
 * have come – counted from the latest day that any agreement could count from, so that none is missed.
 */
async function candidatesOf(tx: Tx, today: PlainDate): Promise<readonly Candidate[]> {
  return await queryJson<Candidate>(
    tx,
    Prisma.sql`
    WITH longest AS (SELECT max((m ->> 'months')::int) AS months
      FROM agreement_version g, jsonb_array_elements(g.document -> 'resultPay' -> 'milestones') m)
    SELECT o.id, o.placement_id AS "placementId", l.participant_id AS "participantId",
      p.given_name || ' ' || p.family_name AS "participantName", v.name AS "providerName", l.level, o.type,
      (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date AS "submittedOn"
    FROM outcome o
      JOIN placement l ON l.id = o.placement_id
      JOIN participant d ON d.id = l.participant_id
      JOIN person p ON p.id = d.person_id
      JOIN provider v ON v.id = l.provider_id
      CROSS JOIN longest
    WHERE (NOT l.protected OR l.participant_id = ANY ((SELECT app.named_for())::uuid[])) AND (o.status = 'submitted' OR (
      o.status = 'approved' AND o."from" < ${today}::date AND (o.verified_through IS NULL OR o.verified_through <
        greatest(o."from", coalesce(l."end", l."to"), (SELECT max(s."from") FROM outcome_spell s WHERE s.outcome_id = o.id))
          + make_interval(months => longest.months))))`,
  );
}
