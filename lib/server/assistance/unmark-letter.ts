import { type MarkLetterInput, markLetterInput } from '#lib/schemas/assistance.ts';
import { lockLetter } from '#lib/server/assistance/lock-letter.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Says that a letter about help has not gone after all: it is to be sent again. */
export const unmarkLetter = defineCommand({
  name: 'assistance.unmarkLetter',
  mandates: ['caseworker'],
  input: markLetterInput,
  lock: (tx, input: MarkLetterInput) => lockLetter(tx, input),
  // Whether it is marked is what is asked below.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ sent }) =>
    sent
      ? ok(null)
      : err(
          conflict([], {
            code: 'letterNotMarked',
            title: {
              sv: 'Brevet är inte märkt som skickat.',
              en: 'The letter is not marked as sent.',
            },
          }),
        ),
  async write(tx, _change, { id, participantId }) {
    await tx.$executeRaw`UPDATE assistance SET letter_at = NULL, letter_by_person_id = NULL WHERE id = ${id}::uuid`;
    return { assistanceId: id, participantId };
  },
  audit: ({ assistanceId, participantId }) => ({
    type: 'assistance',
    id: assistanceId,
    participantIds: [participantId],
  }),
});
