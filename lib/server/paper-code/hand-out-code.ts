import { reasonMissing } from '#lib/domain/assistance/assistance.ts';
import { codeLastDay } from '#lib/domain/paper-code/paper-code.ts';
import { codeRefused } from '#lib/domain/paper-code/code-problem.ts';
import { type HandOutCodeInput, handOutCodeInput } from '#lib/schemas/paper-code.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { newId } from '#lib/server/ids.ts';
import { hashOfCode, newPaperCode } from '#lib/server/paper-code/code-secret.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly participantId: string;
  readonly isProtected: boolean;
  /** The decision that has something to choose, the latest; null where there is none. */
  readonly decision: { readonly id: string; readonly chooseBy: string } | null;
};

/**
 * Hands out a code on paper that opens a participant's one choice. A new code ends the one before. The code itself is looked at
 * once, on the form that is printed: the answer is the id of that look.
 */
export const handOutCode = defineCommand({
  name: 'paperCode.handOut',
  mandates: ['caseworker'],
  input: handOutCodeInput,
  async lock(tx, { participantId }: HandOutCodeInput, { today }): Promise<State | null> {
    const [participant] = await tx.$queryRaw<{ isProtected: boolean }[]>`
      SELECT protected AS "isProtected" FROM participant WHERE id = ${participantId}::uuid`;
    if (participant === undefined) return null;
    const [decision] = await tx.$queryRaw<{ id: string; chooseBy: string }[]>`
      SELECT d.id::text, d.choose_by::text AS "chooseBy" FROM decision d WHERE d.participant_id = ${participantId}::uuid
        AND EXISTS (SELECT FROM service_period s WHERE s.decision_id = d.id AND s.placement_id IS NULL AND s."to" > ${today}::date)
        AND app.helped_until(d.id, ${today}::date) IS NULL
      ORDER BY d.arrived_on DESC, d.id LIMIT 1 FOR NO KEY UPDATE OF d`;
    return { participantId, isProtected: participant.isProtected, decision: decision ?? null };
  },
  // Two who hand out a code at once: the later one holds.
  version: () => null,
  guard: ({ isProtected }, { reason }) => {
    if (isProtected) return codeRefused('protectedIdentity');
    return reason === undefined ? reasonMissing('code') : null;
  },
  stepUp: () => null,
  decide: ({ decision }, _input, { today }) =>
    decision === null
      ? err(codeRefused('nothingToChoose'))
      : ok({ decisionId: decision.id, lastDay: codeLastDay(today, plainDate(decision.chooseBy)) }),
  async write(tx, { decisionId, lastDay }, { participantId }, { actor, now }, { reason, language }) {
    const [id, code, by, at] = [newId(), newPaperCode(), personOf(actor), now.toISOString()];
    await tx.$executeRaw`UPDATE paper_code SET ended_at = ${at}::timestamptz, ended_as = 'replaced', ended_by_person_id = ${by}::uuid
      WHERE decision_id = ${decisionId}::uuid AND ended_at IS NULL AND used_at IS NULL`;
    // Through the end of its last day in Sweden.
    await tx.$executeRaw`INSERT INTO paper_code (id, participant_id, decision_id, secret_hash, reason, made_at, made_by_person_id, expires_at)
      VALUES (${id}::uuid, ${participantId}::uuid, ${decisionId}::uuid, ${hashOfCode(code)}, ${reason}, ${at}::timestamptz, ${by}::uuid,
        (${lastDay}::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm')`;
    const subject = { type: 'paperCode', id } as const;
    const revealId = await keepSecret(tx, actor, { subject, secret: code, now });
    return { participantId, paperCodeId: id, revealId, language };
  },
  audit: ({ paperCodeId }, { decisionId, lastDay }, { participantId }, { reason }) => ({
    type: 'paperCode',
    id: paperCodeId,
    participantIds: [participantId],
    detail: { decisionId, lastDay, reason },
  }),
});
