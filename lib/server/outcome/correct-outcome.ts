import { settleOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { type CorrectOutcomeInput, correctOutcomeInput } from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { insertOutcome } from '#lib/server/outcome/insert-outcome.ts';
import { guardCurrent, lockOutcome } from '#lib/server/outcome/lock-outcome.ts';
import { ownOutcome, serviceSpans } from '#lib/server/outcome/own-outcome.ts';

/** Puts an outcome right: a new version takes its place, to be decided anew. The former stays to be read. */
export const correctOutcome = defineCommand({
  name: 'outcome.correct',
  mandates: ['caseworker'],
  input: correctOutcomeInput,
  async lock(tx, { outcomeId }: CorrectOutcomeInput) {
    const outcome = await lockOutcome(tx, outcomeId);
    return outcome === null ? null : { ...outcome, spans: await serviceSpans(tx, outcome.placementId) };
  },
  version: (outcome, { version }) => ({ seen: version, current: outcome.version }),
  guard: ({ status }) => guardCurrent(status),
  stepUp: () => null,
  decide: ({ placementId, spans }, input, { today }) => {
    const settled = settleOutcome(input, today);
    return settled.ok ? ownOutcome(settled.value, placementId, spans) : settled;
  },
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
