import { ROLES } from '#lib/domain/actor/role.ts';
import { type OwnLanguageInput, ownLanguageInput } from '#lib/schemas/own-language.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** The language somebody reads, kept with the person: what is mailed to them is written in it, too. */
export const chooseLanguage = defineCommand({
  name: 'person.language',
  mandates: ROLES,
  input: ownLanguageInput,
  // One word of one's own: the latest choice is the choice.
  lock: async (_tx, _input, { actor }) => (actor.kind === 'person' ? { personId: actor.personId } : null),
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: (_, choice: OwnLanguageInput) => ok(choice),
  async write(tx, { locale }, { personId }) {
    await tx.$executeRaw`UPDATE person SET locale = ${locale}, locale_chosen = true, version = version + 1 WHERE id = ${personId}::uuid`;
    return {};
  },
  audit: () => ({ type: 'person', id: null, participantIds: [] }),
});
