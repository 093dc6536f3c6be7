import { judgeEvidence as judge } from '#lib/domain/evidence/judge-evidence.ts';
import type { EvidenceItem } from '#lib/domain/evidence/evidence-page.ts';
import { type JudgeEvidenceInput, judgeEvidenceInput } from '#lib/schemas/evidence.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { evidenceItems } from '#lib/server/evidence/evidence-rows.ts';
import { evidencePath } from '#lib/server/evidence/open-outcome.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { guardHandedIn, haveHandedIn } from '#lib/server/outcome/handed-in.ts';
import { guardCurrent, lockOutcome, type LockedOutcome } from '#lib/server/outcome/lock-outcome.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

type State = {
  readonly outcome: LockedOutcome;
  readonly handedIn: boolean;
  readonly items: readonly EvidenceItem[];
};

/** A reviewer accepts single pieces of evidence or declines them; from those accepted the day follows through which it is verified. */
export const judgeEvidence = defineCommand({
  name: 'evidence.judge',
  mandates: ['reviewer'],
  input: judgeEvidenceInput,
  async lock(tx, { outcomeId }: JudgeEvidenceInput): Promise<State | null> {
    const outcome = await lockOutcome(tx, outcomeId);
    if (outcome === null) return null;
    const { placementId } = outcome;
    const handedIn = await haveHandedIn(tx, placementId);
    return { outcome, handedIn, items: await evidenceItems(tx, placementId) };
  },
  version: ({ outcome }, { version }) => ({ seen: version, current: outcome.version }),
  guard: ({ outcome, handedIn }) => guardHandedIn(handedIn) ?? guardCurrent(outcome.status),
  stepUp: () => null,
  decide({ items }, { pieces }) {
    const judged = judge(pieces, items);
    return judged.ok ? judged : err(validationProblem(judged.error));
  },
  async write(tx, verdicts, { outcome }, { actor, now }) {
    const decided = { outcomeId: outcome.id, decidedByPersonId: personOf(actor), decidedAt: now };
    await tx.evidenceDecision.createMany({
      data: verdicts.map(({ evidenceId, accepted, reason }) => ({
        id: newId(),
        evidenceId,
        accepted,
        reason,
        ...decided,
      })),
    });
    const declined = verdicts.some(({ accepted }) => !accepted);
    for (const submitterId of new Set(verdicts.map(({ givenByPersonId }) => givenByPersonId))) {
      await notify(tx, {
        event: declined ? 'evidenceRefused' : 'evidenceConfirmed',
        to: { kind: 'submitterAndCoach', submitterId },
        about: {
          placementId: outcome.placementId,
          subject: { type: 'outcome', id: outcome.id },
          path: evidencePath(outcome.id),
        },
        now,
      });
    }
    return { outcomeId: outcome.id, judged: verdicts.length };
  },
  audit: ({ outcomeId }, verdicts, { outcome }) => ({
    type: 'outcome',
    id: outcomeId,
    participantIds: [outcome.participantId],
    detail: {
      verdicts: verdicts.map(({ evidenceId, accepted, reason }) => ({ evidenceId, accepted, reason })),
    },
  }),
});
