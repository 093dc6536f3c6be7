import type { CaseTaking } from '#lib/domain/review/case.ts';
import type { HandedOver, CaseDesk, Colleague } from '#lib/domain/review/case-desk.ts';
import type { CaseInput } from '#lib/schemas/review-bench.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findCase } from '#lib/server/review/case/lock-case.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Whose a case is, and whom it can be handed to. Null where it is not seen. */
export const caseDesk = defineQuery<CaseInput, CaseDesk>({
  name: 'review.desk',
  mandates: ['reviewer'],
  purpose: 'Granskning',
  run: async (tx, { kind, id }, { actor, today }) => {
    const held = await findCase(tx, kind, id);
    if (actor.kind !== 'person' || held === null) return { desk: null };
    const { personId } = actor;
    const taking: CaseTaking = held;
    const isOwn = taking.takenByPersonId === personId;
    return {
      desk: {
        kind,
        id,
        waits: held.waits,
        takenByPersonId: taking.takenByPersonId,
        takenByName: taking.takenByName,
        takenAt: taking.takenAt,
        ownSubmission: [held.submittedByPersonId, held.attestedByPersonId].includes(personId),
        colleagues: isOwn ? await colleaguesOf(tx, personId, today) : [],
        handedOver: isOwn ? await handedOverTo(tx, id, personId) : null,
      },
    };
  },
  reads: () => null,
});

async function colleaguesOf(tx: Tx, personId: string, today: PlainDate): Promise<readonly Colleague[]> {
  return await queryJson<Colleague>(
    tx,
    Prisma.sql`SELECT n.id AS "personId", n.given_name || ' ' || n.family_name AS name FROM person n WHERE n.id <> ${personId}::uuid
      AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = n.id AND m.role = 'reviewer' AND m.valid_from <= ${today}::date
        AND (m.valid_to IS NULL OR m.valid_to > ${today}::date))
      ORDER BY name`,
  );
}

async function handedOverTo(tx: Tx, id: string, personId: string): Promise<HandedOver | null> {
  const [row] = await queryJson<HandedOver>(
    tx,
    Prisma.sql`SELECT n.given_name || ' ' || n.family_name AS name, h.word, h.at FROM review_hand_over h JOIN person n ON n.id = h.from_person_id
      WHERE h.subject_id = ${id}::uuid AND h.to_person_id = ${personId}::uuid ORDER BY h.at DESC LIMIT 1`,
  );
  return row ?? null;
}
