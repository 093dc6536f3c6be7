import type { CaseTaking } from '#lib/domain/review/case.ts';
import { decideOutcome, type OutcomeDecision, unjudgedFindings } from '#lib/domain/outcome/decide-outcome.ts';
import type { JudgedFinding } from '#lib/domain/outcome/outcome-page.ts';
import { standingOfEvidence } from '#lib/domain/evidence/evidence-page.ts';
import { outcomeFact } from '#lib/domain/outcome/outcome.ts';
import { type DecideOutcomeInput, decideOutcomeInput } from '#lib/schemas/outcome.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { placementEffect } from '#lib/server/effect/placement-effect.ts';
import { evidenceItems } from '#lib/server/evidence/evidence-rows.ts';
import { newId } from '#lib/server/ids.ts';
import { outcomeChanged } from '#lib/server/review/case/case-changed.ts';
import { guardTaking, takingOf } from '#lib/server/review/case/taking-of.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { guardHandedIn, haveHandedIn } from '#lib/server/outcome/handed-in.ts';
import { lockOutcome, type LockedOutcome } from '#lib/server/outcome/lock-outcome.ts';
import { outcomeFindings } from '#lib/server/outcome/outcome-checks.ts';
import { addDays, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

function decisionOf(input: DecideOutcomeInput): OutcomeDecision {
  const { decision, verifiedLastDay, reasonCode, reason } = input;
  return decision === 'approve'
    ? {
        kind: decision,
        verifiedThrough: verifiedLastDay === null ? null : addDays(verifiedLastDay, 1),
        reason,
      }
    : { kind: decision, reasonCode: reasonCode ?? 'other', reason };
}

type State = LockedOutcome & {
  readonly taking: CaseTaking;
  readonly acceptedThrough: PlainDate | null;
  readonly handedIn: boolean;
  readonly findings: readonly JudgedFinding[];
};

async function stateOf(tx: Tx, outcomeId: string, { today }: CommandContext): Promise<State | null> {
  const outcome = await lockOutcome(tx, outcomeId);
  if (outcome === null) return null;
  const { accepted } = standingOfEvidence(outcome, await evidenceItems(tx, outcome.placementId), today);
  const handedIn = await haveHandedIn(tx, outcome.placementId);
  const findings = await outcomeFindings(tx, outcomeId);
  const taking = await takingOf(tx, 'outcome', outcomeId);
  return { ...outcome, taking, acceptedThrough: accepted.verifiedThrough, handedIn, findings };
}

/**
 * Approves an outcome through the day that accepted evidence covers – further with a reason –, returns it or rejects it. It may be decided again: evidence
 * reaches further, or the decision was wrong; the difference falls out of the next statement.
 */
export const decideOnOutcome = defineCommand({
  name: 'outcome.decide',
  mandates: ['reviewer'],
  input: decideOutcomeInput,
  lock: (tx, { outcomeId }: DecideOutcomeInput, context) => stateOf(tx, outcomeId, context),
  version: (outcome, { version }) => ({ seen: version, current: outcome.version }),
  changed: outcomeChanged,
  guard: ({ handedIn, taking }, _, context) => guardHandedIn(handedIn) ?? guardTaking(taking, context),
  stepUp: () => null,
  decide(outcome, input, { today }) {
    const decided = decideOutcome(outcome, decisionOf(input), today);
    const unjudged = unjudgedFindings(outcome.findings, input.verdicts);
    return decided.ok && unjudged.length > 0 ? err(validationProblem(unjudged)) : decided;
  },
  async write(tx, { status, verifiedThrough }, outcome, { actor, now, today }, input) {
    const { id, placementId } = outcome;
    const patch = { outcome: outcomeFact(outcome, status, verifiedThrough) };
    const effect = await placementEffect(tx, placementId, patch, today);
    const verified = verifiedThrough === null ? null : toUtcDate(verifiedThrough);
    const refused = input.decision !== 'approve';
    const decisionId = newId();
    await tx.outcomeDecision.create({
      data: {
        id: decisionId,
        outcomeId: id,
        decision: input.decision,
        verifiedThrough: verified,
        reasonCode: refused ? (input.reasonCode ?? null) : null,
        reason: input.reason === '' ? null : input.reason,
        decidedByPersonId: actor.kind === 'person' ? actor.personId : null,
        decidedAt: now,
        effectOre: effect?.differenceOre ?? null,
        nextOre: effect?.nextAfterOre ?? null,
      },
    });
    await tx.outcomeFindingVerdict.createMany({
      data: outcome.findings.map(({ code }) => ({
        outcomeId: id,
        code,
        upheld: input.verdicts[code] === 'upheld',
        decisionId,
      })),
    });
    await tx.outcome.update({
      where: { id },
      data: { status, verifiedThrough: verified, version: { increment: 1 } },
    });
    const telling = {
      event: status === 'returned' ? 'outcomeReturned' : 'outcomeDecided',
      about: { placementId, subject: { type: 'outcome', id }, path: `/provider/outcomes/${id}` },
      now,
    } as const;
    const { submittedByPersonId: submitterId } = outcome;
    await notify(tx, { ...telling, to: { kind: 'submitterAndCoach', submitterId } });
    if (refused) {
      // What is not paid after all concerns those who attest, whoever handed it in.
      await notify(tx, { ...telling, to: { kind: 'providerRoles', roles: ['signatory'] } });
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
