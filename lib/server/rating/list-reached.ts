import type { Level } from '#lib/domain/compensation/types.ts';
import { measuringWindow } from '#lib/domain/rating/measuring-window.ts';
import { type ReachedResults, reachedResults } from '#lib/domain/rating/reached-results.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { log } from '#lib/server/log.ts';
import { startersOf } from '#lib/server/rating/starters.ts';
import { type AgreementVersions, loadAgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import { factsOf, findPlacementRows, type PlacementRow } from '#lib/server/statement/placement-facts.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A participant of the measuring window with what they reached at the contract; those who reached nothing are left out. */
export type Reached = ReachedResults & { readonly contractId: string; readonly level: Level };

type WithOutcome = {
  readonly placementId: string;
  readonly contractId: string;
  readonly participantId: string;
  readonly level: Level;
};

const BATCH = 500;

/** Who of those that began in the window reached the first and the second result at the same contract, by the compensation model. */
export async function listReached(tx: Tx, today: PlainDate): Promise<readonly Reached[]> {
  const agreements = await loadAgreementVersions(tx);
  const found = await placementsWithOutcome(tx, today);
  const results = new Map<string, ReachedResults>();
  for (let from = 0; from < found.length; from += BATCH) {
    const ids = found.slice(from, from + BATCH).map(({ placementId }) => placementId);
    for (const row of await findPlacementRows(tx, ids, today)) {
      results.set(row.id, resultsOf(row, agreements, today));
    }
  }
  // Who came back to the same contract is one participant still.
  const persons = Map.groupBy(found, ({ contractId, participantId }) => `${contractId} ${participantId}`);
  return [...persons.values()].flatMap((placements) => {
    const [one] = placements;
    if (one === undefined) return [];
    const own = placements.map(({ placementId }) => results.get(placementId));
    const first = own.some((result) => result?.first === true);
    const second = own.some((result) => result?.second === true);
    return first || second ? [{ contractId: one.contractId, level: one.level, first, second }] : [];
  });
}

async function placementsWithOutcome(tx: Tx, today: PlainDate): Promise<readonly WithOutcome[]> {
  return await tx.$queryRaw<WithOutcome[]>`
    WITH starter AS (${startersOf(measuringWindow(today))})
    SELECT p.id AS "placementId", s.contract_id AS "contractId", s.participant_id AS "participantId", s.level
    FROM starter s JOIN placement p ON p.contract_id = s.contract_id AND p.participant_id = s.participant_id
    WHERE p."from" >= s."from" AND EXISTS (SELECT FROM outcome o WHERE o.placement_id = p.id AND o.status = 'approved')
    ORDER BY p.id`;
}

/** What a placement has reached. Facts that are wrong stop statements, where they are seen to; here they are a result not shown yet. */
function resultsOf(row: PlacementRow, agreements: AgreementVersions, today: PlainDate): ReachedResults {
  const agreement = agreements.get(row.agreementVersionId);
  const facts = factsOf(row, today);
  if (agreement !== undefined && facts.ok) return reachedResults(agreement, facts.value);
  log().warn({ placementId: row.id }, 'a placement with wrong facts was left out of the ratings');
  return { first: false, second: false };
}
