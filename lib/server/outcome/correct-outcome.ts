import { settleOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { type CorrectOutcomeInput, correctOutcomeInput } from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { insertOutcome } from '#lib/server/outcome/insert-outcome.ts';
import { guardCurrent, lockOutcome } from '#lib/server/outcome/lock-outcome.ts';

/** Puts an outcome right: a new version takes its place, to be decided anew. The former stays to be read. */
export const correctOutcome = defineCommand({
  name: 'outcome.correct',
  mandates: ['caseworker'],
  input: correctOutcomeInput,
  lock: (tx, { outcomeId }: CorrectOutcomeInput) => lockOutcome(tx, outcomeId),
  version: (outcome, { version }) => ({ seen: version, current: outcome.version }),
  guard: ({ status }) => guardCurrent(status),
  stepUp: () => null,
  decide: (_, input, { today }) => settleOutcome(input, today),
  async write(tx, content, { id, placementId }, { actor, now }) {
    await tx.outcome.update({ where: { id }, data: { status: 'superseded', version: { increment: 1 } } });
    const submittedByPersonId = actor.kind === 'person' ? actor.personId : null;
    const given = { placementId, content, supersedesId: id, submittedByPersonId, now };
    return { outcomeId: await insertOutcome(tx, given), placementId };
  },
  audit: ({ outcomeId, placementId }, content, { participantId, id }) => ({
    type: 'outcome',
    id: outcomeId,
    participantIds: [participantId],
    detail: { placementId, supersedes: id, type: content.type, from: content.from },
  }),
});
