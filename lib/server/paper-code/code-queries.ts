import type { ChoiceReceipt } from '#lib/domain/choice/choice-receipt.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { CODE_PURPOSE } from '#lib/server/paper-code/code-session.ts';

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
