import type { CaseKind, HeldKind } from '#lib/domain/review/case.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

type Ref<Kind> = { readonly kind: Kind; readonly id: string };

/**
 * Gives a case to a reviewer; a document that is taken already. A report that somebody takes goes to a person from then on: what was waiting for the draw is out of its
 * frame.
 */
export async function giveCase(
  tx: Tx,
  { kind, id }: Ref<CaseKind>,
  personId: string,
  now: Date,
): Promise<void> {
  if (kind === 'periodicReport') {
    await tx.$executeRaw`UPDATE report SET status = 'inReview', taken_by_person_id = ${personId}::uuid, taken_at = ${now}, version = version + 1,
      route_reason = CASE route WHEN 'automatic' THEN 'chosen' ELSE route_reason END, route = 'person' WHERE id = ${id}::uuid`;
  } else if (kind === 'finalReport') {
    await tx.$executeRaw`UPDATE document SET taken_by_person_id = ${personId}::uuid, taken_at = ${now}, version = version + 1 WHERE id = ${id}::uuid`;
  } else {
    const given = await tx.reviewTaking.updateMany({
      where: { kind, subjectId: id },
      data: { personId, takenAt: now },
    });
    if (given.count === 0)
      await tx.reviewTaking.create({ data: { kind, subjectId: id, personId, takenAt: now } });
  }
}

/** Puts it back into the queue, for anybody. */
export async function freeCase(tx: Tx, { kind, id }: Ref<HeldKind>): Promise<void> {
  if (kind === 'periodicReport') {
    await tx.$executeRaw`UPDATE report SET status = 'submitted', taken_by_person_id = NULL, taken_at = NULL, version = version + 1 WHERE id = ${id}::uuid`;
  } else {
    await tx.$executeRaw`DELETE FROM review_taking WHERE kind = ${kind} AND subject_id = ${id}::uuid`;
  }
}

/** A report that a person decides without taking it first has gone to a person too. */
export async function chooseReport(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE report SET route = 'person', route_reason = 'chosen' WHERE id = ${id}::uuid AND route = 'automatic'`;
}
