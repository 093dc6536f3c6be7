import { type Cover, endCoverOn } from '#lib/domain/intake/cover.ts';
import { type EndCoverInput, endCoverInput } from '#lib/schemas/intake.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = Pick<Cover, 'id' | 'from' | 'to' | 'version' | 'coachPersonId'>;

/** Ends a cover before its day: the coach is back, or it was never needed. */
export const endCover = defineCommand({
  name: 'coachCover.end',
  mandates: ['intake', 'providerAdmin'],
  input: endCoverInput,
  lock: async (tx, { coverId }: EndCoverInput, { actor }): Promise<State | null> => {
    const { providerId } = monthActor(actor);
    const [cover] = await tx.$queryRaw<State[]>`
      SELECT id::text, "from"::text, "to"::text, version, coach_person_id::text AS "coachPersonId" FROM coach_cover
      WHERE id = ${coverId}::uuid AND provider_id = ${providerId}::uuid AND cancelled_at IS NULL FOR UPDATE`;
    return cover ?? null;
  },
  version: ({ version }, input) => ({ seen: input.version, current: version }),
  guard: () => null,
  stepUp: () => null,
  decide(cover, _, { today }) {
    const ended = endCoverOn(cover, today);
    if (ended !== null) return ok(ended);
    const title = { sv: 'Täckningen är redan slut.', en: 'The cover is over already.' };
    return err(conflict([], { code: 'coverOver', title }));
  },
  async write(tx, ended, { id, coachPersonId }, { now }) {
    await (ended.kind === 'shortened'
      ? tx.$executeRaw`UPDATE coach_cover SET "to" = ${ended.to}::date, version = version + 1 WHERE id = ${id}::uuid`
      : tx.$executeRaw`UPDATE coach_cover SET cancelled_at = ${now}, version = version + 1 WHERE id = ${id}::uuid`);
    return { coverId: id, coachPersonId };
  },
  audit: ({ coverId, coachPersonId }, ended) => ({
    type: 'coachCover',
    id: coverId,
    participantIds: [],
    detail: { coachPersonId, ...ended },
  }),
});
