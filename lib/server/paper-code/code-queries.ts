import type { ChoiceReceipt } from '#lib/domain/choice/choice-receipt.ts';
import { defineQuery } from '#lib/server/command/query.ts';

/** Why a participant's data is read by a code, as they see it in the log. */
export const CODE_PURPOSE = 'Val med en papperskod';

/** That a code has been typed and opened a choice, for the log: whose it was, and when. */
export const paperCodeOpened = defineQuery<
  null,
  { readonly participantId: string; readonly decisionId: string }
>({
  name: 'paperCode.open',
  mandates: ['paperCode'],
  purpose: CODE_PURPOSE,
  run: async (_tx, _input, { actor }) =>
    actor.kind === 'paperCode' ? { participantId: actor.participantId, decisionId: actor.decisionId } : null,
  reads: ({ participantId, decisionId }) => ({
    type: 'decision',
    id: decisionId,
    participantIds: [participantId],
  }),
});

/** The receipt of the choice that was made with the code, while the session lasts. */
export const showCodedReceipt = defineQuery<null, ChoiceReceipt>({
  name: 'paperCode.showReceipt',
  mandates: ['paperCode'],
  purpose: CODE_PURPOSE,
  async run(tx) {
    const [row] = await tx.$queryRaw<
      { receipt: (Omit<ChoiceReceipt, 'madeAt'> & { readonly madeAt: string }) | null }[]
    >`SELECT app.coded_receipt() AS receipt`;
    const receipt = row?.receipt ?? null;
    return receipt === null
      ? null
      : { ...receipt, madeAt: new Date(receipt.madeAt), isAssigned: false, reasoning: null, help: [] };
  },
  reads: ({ choiceId, participantId }) => ({ type: 'choice', id: choiceId, participantIds: [participantId] }),
});
