import type { JobActor } from '#lib/domain/actor/actor.ts';
import { assignNearest, isFar } from '#lib/domain/choice/assign-nearest.ts';
import { reachMetres } from '#lib/domain/choice/white-spot.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { holdAreaPlaces, loadAreaContracts } from '#lib/server/choice/assign/area-contracts.ts';
import { storeAssignments } from '#lib/server/choice/assign/store-assignments.ts';
import { listUnplaced, listWaitingAreas, lockOverdue } from '#lib/server/choice/assign/waiting-decisions.ts';
import { keepWhiteSpots } from '#lib/server/choice/assign/white-spots.ts';
import type { Database } from '#lib/server/db/client.ts';
import { actorKey, inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'choice.assign' };
/** A whole area's decisions are assigned together, so that places fill in the right order. */
const MOST_MS = 300_000;

export type AssignOutcome = {
  readonly assigned: number;
  /** Overdue decisions for whom nobody had room. */
  readonly without: number;
  /** Decisions found to stand on a white spot for the first time. */
  readonly whiteSpots: number;
};

/**
 * Gives everybody who has not chosen in time the nearest provider that has room (icke-val), area by area, and keeps account of
 * white spots. Each area is a transaction of its own: broken off, it goes on where it was; run again, it finds nothing to do.
 * One that fails is left for the next time and fails the job when all others have been done.
 */
export async function assignByProximity(database: Database, now: Date): Promise<AssignOutcome> {
  const today = plainDateFromDate(now);
  const areas = await inTransaction(database, ACTOR, (tx) => listWaitingAreas(tx, today));
  const outcome = { assigned: 0, without: 0, whiteSpots: 0 };
  const faults: Error[] = [];
  for (const area of areas) {
    try {
      // One after the other: an area holds the locks of all its contracts.
      // oxlint-disable-next-line no-await-in-loop
      const one = await inTransaction(database, ACTOR, (tx) => assignArea(tx, area, now, today), MOST_MS);
      outcome.assigned += one.assigned;
      outcome.without += one.without;
      outcome.whiteSpots += one.whiteSpots;
    } catch (cause) {
      faults.push(new Error(`The area ${area} could not be assigned`, { cause }));
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} of ${areas.length} areas could not be assigned`);
  return outcome;
}

async function assignArea(tx: Tx, area: string, now: Date, today: PlainDate): Promise<AssignOutcome> {
  const overdue = new Set(await lockOverdue(tx, area, today));
  await holdAreaPlaces(tx, area);
  // Statements of their own: they must see what was committed while the locks were waited for.
  const unplaced = await listUnplaced(tx, area, today);
  const contracts = await loadAreaContracts(tx, area, today);
  const waiting = unplaced.filter(({ decisionId, overlaps }) => !overlaps && overdue.has(decisionId));
  const { assignments, without } = assignNearest(waiting, contracts, today);
  const decisions = new Map(waiting.map((decision) => [decision.decisionId, decision]));
  const assigned = await storeAssignments(tx, assignments, decisions, contracts, {
    actorKey: actorKey(ACTOR),
    now,
  });
  const placed = new Set(assignments.map(({ decisionId }) => decisionId));
  const reach = reachMetres(await termsInForce(tx, today));
  const placedFar = new Set(
    assignments.filter((assignment) => isFar(assignment, reach)).map(({ decisionId }) => decisionId),
  );
  const whiteSpots = await keepWhiteSpots(
    tx,
    {
      id: area,
      waiting: unplaced.filter(({ decisionId }) => !placed.has(decisionId)),
      placedFar: unplaced.filter(({ decisionId }) => placedFar.has(decisionId)),
      contracts: assigned === 0 ? contracts : await loadAreaContracts(tx, area, today),
      reach,
    },
    { now, today },
  );
  return { assigned, without: without.length, whiteSpots };
}
