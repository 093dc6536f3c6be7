import { decideOutcome, type OutcomeDecision } from '#lib/domain/outcome/decide-outcome.ts';
import { outcomeFact } from '#lib/domain/outcome/outcome.ts';
import { type DecideOutcomeInput, decideOutcomeInput } from '#lib/schemas/outcome.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import { placementEffect } from '#lib/server/effect/placement-effect.ts';
import { newId } from '#lib/server/ids.ts';
import { tellSignatories } from '#lib/server/effect/tell-signatories.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { lockOutcome, type LockedOutcome } from '#lib/server/outcome/lock-outcome.ts';
import { addDays, toUtcDate } from '#lib/shared/plain-date.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';

function decisionOf(input: DecideOutcomeInput): OutcomeDecision {
  const { decision, verifiedLastDay, reasonCode, reason } = input;
  return decision === 'approve'
    ? { kind: decision, verifiedThrough: verifiedLastDay === null ? null : addDays(verifiedLastDay, 1) }
    : { kind: decision, reasonCode: reasonCode ?? 'other', reason };
}

function guardOwn(outcome: LockedOutcome, { actor }: CommandContext): Problem | null {
  return actor.kind === 'person' && actor.personId === outcome.submittedByPersonId
    ? forbidden([
        {
          pointer: '',
          code: 'ownSubmission',
          message: 'Du har själv registrerat resultatet.',
          fix: 'Lämna det till en kollega.',
        },
      ])
    : null;
}

/**
 * Approves an outcome through the day that evidence covers, returns it or rejects it. It may be decided again: evidence
 * reaches further, or the decision was wrong; the difference falls out of the next statement.
 */
export const decideOnOutcome = defineCommand({
  name: 'outcome.decide',
  mandates: ['reviewer'],
  input: decideOutcomeInput,
  lock: (tx, { outcomeId }: DecideOutcomeInput) => lockOutcome(tx, outcomeId),
  version: (outcome, { version }) => ({ seen: version, current: outcome.version }),
  guard: (outcome, _, context) => guardOwn(outcome, context),
  stepUp: () => null,
  decide: (outcome, input, { today }) => decideOutcome(outcome, decisionOf(input), today),
  async write(tx, { status, verifiedThrough }, outcome, { actor, now, today }, input) {
    const { id, placementId } = outcome;
    const patch = { outcome: outcomeFact(outcome, status, verifiedThrough) };
    const effect = await placementEffect(tx, placementId, patch, today);
    const verified = verifiedThrough === null ? null : toUtcDate(verifiedThrough);
    const refused = input.decision !== 'approve';
    await tx.outcomeDecision.create({
      data: {
        id: newId(),
        outcomeId: id,
        decision: input.decision,
        verifiedThrough: verified,
        reasonCode: refused ? (input.reasonCode ?? null) : null,
        reason: refused ? input.reason : null,
        decidedByPersonId: actor.kind === 'person' ? actor.personId : null,
        decidedAt: now,
        effectOre: effect?.differenceOre ?? null,
        nextOre: effect?.nextAfterOre ?? null,
      },
    });
    await tx.outcome.update({
      where: { id },
      data: { status, verifiedThrough: verified, version: { increment: 1 } },
    });
    await notify(tx, {
      event: status === 'returned' ? 'outcomeReturned' : 'outcomeDecided',
      to: { kind: 'submitterAndCoach', submitterId: outcome.submittedByPersonId },
      about: { placementId, subject: { type: 'outcome', id }, path: `/provider/outcomes/${id}` },
      now,
    });
    if (refused) {
      await tellSignatories(tx, [outcome.providerId], today, {
        subject: status === 'returned' ? 'Ett resultat behöver kompletteras' : 'Ett resultat har avslagits',
        text: 'Arbetsförmedlingen har fattat beslut om ett resultat hos er. Vad som behövs står i portalen under Resultat, och hur beloppen ändras framgår av nästa underlag.',
      });
    }
    return { outcomeId: id, version: outcome.version + 1 };
  },
  audit: ({ outcomeId }, change, { participantId, placementId }) => ({
    type: 'outcome',
    id: outcomeId,
    participantIds: [participantId],
    detail: { placementId, change },
  }),
});
