import { type Experience, MOST_EXPERIENCE } from '#lib/domain/experience/experience.ts';
import { type ExperienceInRow, judgeExperienceRows } from '#lib/domain/experience/judge-experience-rows.ts';
import { type ImportExperienceInput, importExperienceInput } from '#lib/schemas/experience.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { type ExperienceGround, lockExperience } from '#lib/server/experience/experience-ground.ts';
import { listExperience } from '#lib/server/experience/list-experience.ts';
import { newId } from '#lib/server/ids.ts';
import { yearOf } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = ExperienceGround & { readonly held: number; readonly list: readonly Experience[] };

/**
 * Writes down what was chosen of a file that has been looked through: all of it or nothing. The rows are judged again against
 * the list as it is now, so that a file that is sent twice, or from two windows, adds nothing twice.
 */
export const importExperience = defineCommand({
  name: 'experience.import',
  mandates: ['coach'],
  input: importExperienceInput,
  async lock(tx, { placementId }: ImportExperienceInput, { actor, today }): Promise<State | null> {
    const ground = await lockExperience(tx, actor, { placementId }, today);
    return ground === null ? null : { ...ground, list: await listExperience(tx, ground.participantId) };
  },
  version: () => null,
  guard({ ended }) {
    const title = { sv: 'Tiden hos leverantören är slut.', en: 'The time with the provider has ended.' };
    return ended ? conflict([], { code: 'placementEnded', title }) : null;
  },
  stepUp: () => null,
  decide({ held, list }, { rows }, { today }) {
    const taken = rows.flatMap((row, index) => (row.take ? [{ ...row, index }] : []));
    const judged = judgeExperienceRows(taken, list, yearOf(today));
    const contents: ExperienceInRow[] = [];
    const problems: FieldProblem[] = [];
    for (const [at, { row, index }] of taken.entries()) {
      const one = judged[at];
      if (one?.state === 'new') contents.push(one.content);
      else if (one?.state === 'double') problems.push(doubled(row, index));
      else if (one !== undefined)
        problems.push(...one.problems.map((problem) => ({ ...problem, pointer: `/rows/${index}/take` })));
    }
    if (taken.length === 0) problems.push(noneTaken());
    if (held + taken.length > MOST_EXPERIENCE) problems.push(listFull(MOST_EXPERIENCE - held, taken.length));
    return problems.length > 0 ? err(validationProblem(problems)) : ok(contents);
  },
  async write(tx, contents, { participantId }, { actor, now }, { placementId }) {
    if (actor.kind !== 'person') throw new Error('Experience is written by a person');
    await tx.experience.createMany({
      data: contents.map((content) => {
        const id = newId();
        const hand = { source: actor.role, writtenByPersonId: actor.personId, writtenAt: now };
        return { id, threadId: id, number: 1, participantId, placementId, ...content, ...hand };
      }),
    });
    return { placementId, count: contents.length };
  },
  audit: ({ count }, _, { participantId }, __) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
    detail: { count },
  }),
});

function doubled(row: number, index: number): FieldProblem {
  return {
    pointer: `/rows/${index}/take`,
    row,
    code: 'double',
    message: `Rad ${row} finns redan i listan.`,
    fix: 'Avmarkera raden.',
  };
}

function noneTaken(): FieldProblem {
  return {
    pointer: '/rows/0/take',
    code: 'noneTaken',
    message: 'Du har inte valt någon rad.',
    fix: 'Markera de rader som ska sparas.',
  };
}

function listFull(room: number, count: number): FieldProblem {
  return {
    pointer: '/rows/0/take',
    code: 'listFull',
    message: `Du har valt ${count} rader, men listan har plats för ${Math.max(0, room)}.`,
    fix: 'Avmarkera det som betyder minst, eller ta bort något ur listan först.',
  };
}
