import { type MarkLetterInput, markLetterInput } from '#lib/schemas/assistance.ts';
import { lockLetter } from '#lib/server/assistance/lock-letter.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Marks that the letter about what was done for a participant has been sent or handed over. */
export const markLetter = defineCommand({
  name: 'assistance.markLetter',
  mandates: ['caseworker'],
  input: markLetterInput,
  lock: (tx, input: MarkLetterInput) => lockLetter(tx, input),
  // A letter is marked once: that it is not is what is asked below.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ sent }) =>
    sent
      ? err(
          conflict([], {
            code: 'letterMarked',
            title: {
              sv: 'Brevet är redan märkt som skickat.',
              en: 'The letter is already marked as sent.',
            },
          }),
        )
      : ok(null),
  async write(tx, _change, { id, participantId }, { actor, now }) {
    await tx.$executeRaw`UPDATE assistance SET letter_at = ${now.toISOString()}::timestamptz, letter_by_person_id = ${personOf(actor)}::uuid
      WHERE id = ${id}::uuid`;
    return { assistanceId: id, participantId };
  },
  audit: ({ assistanceId, participantId }) => ({
    type: 'assistance',
    id: assistanceId,
    participantIds: [participantId],
  }),
});
