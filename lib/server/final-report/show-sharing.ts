import type { SwitchSharing } from '#lib/domain/final-report/handing-on.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { listSharing } from '#lib/server/final-report/sharing-rows.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';

export type OwnSharing = { readonly participantId: string; readonly switches: readonly SwitchSharing[] };

/** What the participant lets the provider after a switch read. */
export const showSharing = defineQuery({
  name: 'sharing.show',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, _input: Record<string, never>, { actor }): Promise<OwnSharing | null> {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    return { participantId, switches: await listSharing(tx, participantId) };
  },
  reads: ({ participantId }) => ({ type: 'providerSwitch', id: null, participantIds: [participantId] }),
});
