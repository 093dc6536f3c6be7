import type { Helped } from '#lib/domain/assistance/helped.ts';
import { seedOf } from '#lib/domain/choice/assign-nearest.ts';
import { NO_FILTER } from '#lib/domain/choice/choice-filter.ts';
import { listForChoice } from '#lib/domain/choice/choice-list.ts';
import { groupedCode } from '#lib/domain/paper-code/paper-code.ts';
import type { PaperForm } from '#lib/domain/paper-code/paper-form.ts';
import { revealSeal } from '#lib/server/api-client/keep-secret.ts';
import { findHelped } from '#lib/server/assistance/find-helped.ts';
import { loadChoiceGround, loadGroundOffices } from '#lib/server/choice/choice-ground.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { isUuid } from '#lib/shared/uuid.ts';

type Input = { readonly participantId: string; readonly revealId: string };
type Revealed = { readonly paperCodeId: string; readonly sealed: Uint8Array; readonly lastDay: string };

/**
 * The form of a choice on paper with a new code, for the caseworker who made it, within minutes, once: looking takes the code away.
 * `form` is null where there is nothing (any more).
 */
export const showPaperForm = defineQuery<Input, { readonly helped: Helped; readonly form: PaperForm | null }>(
  {
    name: 'paperCode.showForm',
    mandates: ['caseworker'],
    purpose: 'Blankett för val på papper',
    async run(tx, { participantId, revealId }, context) {
      const helped = await findHelped(tx, participantId);
      if (helped === null) return null;
      const ground = await loadChoiceGround(
        tx,
        { onBehalfOf: participantId, choosingFor: 'choose' },
        context,
      );
      if (ground?.kind !== 'choose' || !isUuid(revealId)) return { helped, form: null };
      const revealed = await takeCode(tx, participantId, revealId, context.now);
      if (revealed === null) return { helped, form: null };
      const offices = await loadGroundOffices(tx, ground, context);
      const open = offices.filter(({ closedBecause }) => closedBecause === null);
      return {
        helped,
        form: {
          helped,
          chooseBy: ground.toChoose.chooseBy,
          passed: ground.toChoose.chooseBy < context.today,
          startOn: ground.period.from,
          codeLastDay: plainDate(revealed.lastDay),
          code: groupedCode(revealSeal().open(revealId, revealed.sealed)),
          providers: listForChoice(open, NO_FILTER, seedOf(participantId, context.today)),
        },
      };
    },
    reads: ({ helped: { participantId } }) => ({
      type: 'participant',
      id: participantId,
      participantIds: [participantId],
    }),
  },
);

async function takeCode(
  tx: Tx,
  participantId: string,
  revealId: string,
  now: Date,
): Promise<Revealed | null> {
  const [row] = await tx.$queryRaw<Revealed[]>`
    DELETE FROM secret_reveal r USING paper_code c
    WHERE r.id = ${revealId}::uuid AND r.subject_type = 'paperCode' AND r.expires_at > ${now}
      AND c.id = r.subject_id AND c.participant_id = ${participantId}::uuid
    RETURNING c.id::text AS "paperCodeId", r.sealed,
      ((c.expires_at - interval '1 second') AT TIME ZONE 'Europe/Stockholm')::date::text AS "lastDay"`;
  return row ?? null;
}
