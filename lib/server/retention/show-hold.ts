import type { LegalHold } from '#lib/domain/data-protection/legal-hold.ts';
import { defineQuery } from '#lib/server/command/query.ts';

/** Whether a participant's case is held, and why. */
export const showHold = defineQuery<
  { readonly participantId: string },
  { readonly participantId: string; readonly hold: LegalHold | null }
>({
  name: 'retentionHold.show',
  mandates: ['caseworker'],
  purpose: 'Bevarande av ett ärende',
  async run(tx, { participantId }) {
    const hold = await tx.legalHold.findFirst({ where: { participantId, liftedAt: null } });
    return {
      participantId,
      hold:
        hold === null ? null : { id: hold.id, reason: hold.reason, setAt: hold.setAt, version: hold.version },
    };
  },
  reads: ({ participantId }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});
