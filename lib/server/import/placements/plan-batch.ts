import { identityHasher } from '#lib/server/crypto/identity-hash.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { heldPeople } from '#lib/server/import/placements/held-people.ts';
import { heldService, ownersOfReferences } from '#lib/server/import/placements/held-service.ts';
import type { PlacementRow } from '#lib/server/import/placements/placement-row.ts';
import { type HeldOfPerson, type PersonPlan, planPerson } from '#lib/server/import/placements/plan-person.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type HeldBatch = readonly {
  readonly identityHash: string;
  readonly rows: readonly PlacementRow[];
  readonly held: HeldOfPerson;
}[];

/** What the portal holds of those whom the rows are about, person by person, in the order of the rows. */
export async function holdBatch(
  tx: Tx,
  rows: readonly PlacementRow[],
  portalSecret: string,
): Promise<HeldBatch> {
  const hash = identityHasher(portalSecret);
  const byPerson = Map.groupBy(rows, (row) => row.person.identityNumber);
  const hashed = [...byPerson].map(([number, own]) => ({
    identityHash: hash(number).toString('hex'),
    rows: own,
  }));
  const people = await heldPeople(
    tx,
    hashed.map((person) => person.identityHash),
    portalSecret,
  );
  const participantIds = [...people.values()].flatMap(({ participantId }) => participantId ?? []);
  const service = await heldService(tx, participantIds);
  const owners = await ownersOfReferences(
    tx,
    rows.map((row) => row.service.reference),
  );
  return hashed.map(({ identityHash, rows: own }) => {
    const person = people.get(identityHash);
    return {
      identityHash,
      rows: own,
      held: { person, service: service.get(person?.participantId ?? '') ?? [], owners },
    };
  });
}

export function planBatch(batch: HeldBatch): readonly PersonPlan[] {
  return batch.map(({ identityHash, rows, held }) => planPerson(identityHash, rows, held));
}

/** What a batch came to, or would come to: in rows of the file. */
export type BatchOutcome = {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faults: readonly (readonly [number, readonly FieldProblem[]])[];
};

export function outcomeOf(plans: readonly PersonPlan[]): BatchOutcome {
  const sum = (of: (plan: PersonPlan) => number): number =>
    plans.reduce((total, plan) => total + of(plan), 0);
  return {
    created: sum((plan) => plan.counts.created),
    changed: sum((plan) => plan.counts.changed),
    unchanged: sum((plan) => plan.counts.unchanged),
    faults: plans.flatMap((plan) => [...plan.faults]),
  };
}
