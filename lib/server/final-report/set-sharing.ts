import { type SetSharingInput, setSharingInput } from '#lib/schemas/final-report.ts';
import { consentWords } from '#lib/server/consent/consent-words.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { listSharing } from '#lib/server/final-report/sharing-rows.ts';
import { newId } from '#lib/server/ids.ts';
import { ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { ok } from '#lib/shared/result.ts';

/** The participant lets the next provider read something from the one before, or takes that back: at any time, as an event. */
export const setSharing = defineCommand({
  name: 'sharing.set',
  mandates: ['participant'],
  input: setSharingInput,
  async lock(tx, { switchId, what }: SetSharingInput, { actor }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    await tx.$queryRaw`SELECT 1 FROM provider_switch WHERE id = ${switchId}::uuid AND participant_id = ${participantId}::uuid FOR UPDATE`;
    const standing = (await listSharing(tx, participantId)).find((each) => each.switchId === switchId);
    const sharing = standing?.sharing.find((each) => each.what === what);
    if (standing === undefined || sharing === undefined) return null;
    return { participantId, sharing, from: standing.fromProvider, to: standing.toProvider };
  },
  version: ({ sharing }, { number }) => ({ seen: number, current: sharing.number }),
  // The switch was found as the participant's own.
  guard: () => null,
  stepUp: () => null,
  decide: ({ sharing }, { given }) => ok({ given, number: sharing.number + 1 }),
  async write(tx, { given, number }, { from, to }, { actor, now }, { switchId, what, locale }) {
    if (actor.kind !== 'person') throw new Error('Only a person gives consent');
    await tx.sharingEvent.create({
      data: {
        id: newId(),
        switchId,
        what,
        number,
        given,
        byPersonId: actor.personId,
        at: now,
        shown: consentWords(locale, { what, given, from, to }),
      },
    });
    return { switchId, what, given };
  },
  audit: ({ switchId, what, given }, _, { participantId }) => ({
    type: 'providerSwitch',
    id: switchId,
    participantIds: [participantId],
    detail: { what, given },
  }),
});
