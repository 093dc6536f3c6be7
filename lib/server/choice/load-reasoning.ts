import type { ChoiceReasoning, NamedCompared } from '#lib/domain/choice/choice-reasoning.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly arrivedOn: string;
  readonly reference: string;
  readonly startOn: string;
  readonly homeLat: number | null;
  readonly homeLon: number | null;
  readonly seed: string;
  readonly officeId: string;
  readonly compared: readonly NamedCompared[];
};

/** Why a choice by proximity fell as it did, for whoever may see the choice; null of one that somebody made. */
export async function loadReasoning(tx: Tx, choiceId: string): Promise<ChoiceReasoning | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.arrived_on::text AS "arrivedOn", r.reference, r.start_on::text AS "startOn", r.home_lat AS "homeLat", r.home_lon AS "homeLon",
      r.seed, r.office_id::text AS "officeId", r.compared
    FROM choice_reasoning r WHERE r.choice_id = ${choiceId}::uuid`;
  if (row === undefined) return null;
  const { homeLat, homeLon, ...rest } = row;
  return {
    ...rest,
    arrivedOn: plainDate(row.arrivedOn),
    startOn: plainDate(row.startOn),
    home: homeLat === null || homeLon === null ? null : { lat: homeLat, lon: homeLon },
  };
}
