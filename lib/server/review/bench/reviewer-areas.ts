import type { ReviewerAreas } from '#lib/domain/review/reviewer-areas.ts';
import { type ChooseAreasInput, chooseAreasInput } from '#lib/schemas/review-bench.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { ownAreasOf } from '#lib/server/review/queue-filter.ts';
import { ok } from '#lib/shared/result.ts';
import { validationProblem } from '#lib/shared/problem.ts';

/** The delivery areas there are, and those whose cases the reviewer sees first. */
export const showAreas = defineQuery<object, ReviewerAreas>({
  name: 'review.areas',
  mandates: ['reviewer'],
  purpose: 'Granskning',
  run: async (tx, _, { actor }) => {
    if (actor.kind !== 'person') return null;
    const areas = await tx.deliveryArea.findMany({
      select: { id: true, _count: { select: { municipalities: true } } },
      orderBy: { id: 'asc' },
    });
    return {
      areas: areas.map(({ id, _count }) => ({ id, municipalities: _count.municipalities })),
      own: await ownAreasOf(tx, actor.personId),
    };
  },
  reads: () => null,
});

/** Chooses whose cases are seen first: what the queue opens with, not what may be seen. */
export const chooseAreas = defineCommand({
  name: 'review.chooseAreas',
  mandates: ['reviewer'],
  input: chooseAreasInput,
  lock: async (tx, { areas }: ChooseAreasInput) => {
    const known = await tx.deliveryArea.findMany({ where: { id: { in: [...areas] } }, select: { id: true } });
    return { known: new Set(known.map(({ id }) => id)) };
  },
  version: () => null,
  guard: ({ known }, { areas }) =>
    areas.every((area) => known.has(area))
      ? null
      : validationProblem([
          { pointer: '/areas', code: 'unknownArea', message: 'Ett av områdena finns inte.' },
        ]),
  stepUp: () => null,
  decide: (_, { areas }) => ok({ areas: [...new Set(areas)] }),
  async write(tx, { areas }, _, { actor }) {
    if (actor.kind !== 'person') throw new Error('Only persons have areas');
    const { personId } = actor;
    await tx.reviewerArea.deleteMany({ where: { personId } });
    await tx.reviewerArea.createMany({ data: areas.map((deliveryAreaId) => ({ personId, deliveryAreaId })) });
    return { areas: areas.length };
  },
  audit: (_, { areas }) => ({ type: 'reviewer', id: null, participantIds: [], detail: { areas } }),
});
