import type { ChoiceReceipt } from '#lib/domain/choice/choice-receipt.ts';
import { helpWith } from '#lib/server/assistance/own-help.ts';
import { type ChooserInput, chooserOf } from '#lib/server/choice/chooser.ts';
import { loadReasoning } from '#lib/server/choice/load-reasoning.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE } from '#lib/server/participant/own-participant.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { isUuid } from '#lib/shared/uuid.ts';

type Row = Omit<ChoiceReceipt, 'from' | 'to' | 'reasoning' | 'help'> & {
  readonly from: string;
  readonly to: string;
};

/** What was chosen, as it was chosen: it stays whatever happens later. */
export const showChoiceReceipt = defineQuery({
  name: 'choice.showReceipt',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(
    tx,
    input: ChooserInput & { readonly choiceId: string },
    { actor },
  ): Promise<ChoiceReceipt | null> {
    const chooser = chooserOf(actor, input);
    if (chooser === null || !isUuid(input.choiceId)) return null;
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT c.id AS "choiceId", c.participant_id AS "participantId", c.made_at AS "madeAt", v.name AS provider, o.street,
        o.place, o.phone, o.opening_hours AS "openingHours", l."from"::text AS "from", l."to"::text AS "to",
        c.kind = 'proximity' AS "isAssigned"
      FROM choice c JOIN placement l ON l.id = c.placement_id JOIN office o ON o.id = l.office_id
        JOIN provider v ON v.id = l.provider_id
      WHERE c.id = ${input.choiceId}::uuid AND c.participant_id = ${chooser.participantId}::uuid`;
    if (row === undefined) return null;
    const reasoning = await loadReasoning(tx, row.choiceId);
    const help = await helpWith(tx, { choiceId: row.choiceId });
    return { ...row, from: plainDate(row.from), to: plainDate(row.to), reasoning, help };
  },
  reads: ({ choiceId, participantId }) => ({ type: 'choice', id: choiceId, participantIds: [participantId] }),
});
