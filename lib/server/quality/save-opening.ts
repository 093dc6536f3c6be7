import { openingWords } from '#lib/domain/quality/opening.ts';
import { type SaveOpeningInput, saveOpeningInput } from '#lib/schemas/quality.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { findOpening } from '#lib/server/quality/find-opening.ts';
import { ok } from '#lib/shared/result.ts';

/** Says when an office is open: hours that can be counted, and the words that participants read made of them. */
export const saveOpening = defineCommand({
  name: 'office.saveOpening',
  mandates: ['providerAdmin'],
  input: saveOpeningInput,
  async lock(tx, { officeId }: SaveOpeningInput, { actor }) {
    await tx.$queryRaw`SELECT 1 FROM office WHERE id = ${officeId}::uuid FOR UPDATE`;
    return await findOpening(tx, officeId, actor);
  },
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: () => null,
  stepUp: () => null,
  decide: (_, { spans }) => ok({ spans, words: openingWords(spans) }),
  async write(tx, { spans, words }, { officeId, version }) {
    await tx.officeOpening.deleteMany({ where: { officeId } });
    await tx.officeOpening.createMany({
      data: spans.map(({ weekday, from, to }) => ({ officeId, weekday, fromMinute: from, toMinute: to })),
    });
    await tx.office.update({
      where: { id: officeId },
      data: { openingHours: words, version: version + 1 },
      select: { id: true },
    });
    return { officeId };
  },
  audit: ({ officeId }, { words }, before) => ({
    type: 'office',
    id: officeId,
    participantIds: [],
    detail: { before: before.words, after: words },
  }),
});
