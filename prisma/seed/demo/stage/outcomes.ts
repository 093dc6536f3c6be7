import { confirmationOf, readableOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { registerOutcome } from '#lib/server/outcome/register-outcome.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { OutcomeStory } from '#prisma/seed/demo/story/participant-story.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** A caseworker writes the outcome down on the provider's word. */
export async function registerStoryOutcome(
  stage: Stage,
  placementId: string,
  outcome: OutcomeStory,
  at: Date,
): Promise<void> {
  const actor = await stage.actor('sara-hakansson');
  const { type, from, appliedOn, registeredOn, extentPercent, employer } = outcome;
  const typed = {
    type,
    from,
    signalledOn: registeredOn,
    appliedOn: appliedOn ?? '',
    spells: [
      {
        from,
        through: '',
        extentPercent: String(extentPercent),
        employerKind: employer.orgNo === null ? 'school' : 'organisation',
        employerOrgNo: employer.orgNo ?? '',
        employerName: employer.name,
      },
    ],
  };
  const read = readableOutcome(typed, registeredOn);
  if (read === null) throw new Error(`The outcome of ${from} cannot be read`);
  await stage.command(
    registerOutcome,
    { placementId, ...typed, confirmed: confirmationOf(read) },
    { actor, at },
  );
}

/** What the days are approved on, where the portal holds no evidence. */
const SEEN = 'Intyg och lönespecifikationer kom med posten och finns i akten.';

/** A reviewer approves it as far as the evidence reaches, or rejects it. */
export async function decideStoryOutcome(
  stage: Stage,
  placementId: string,
  decided: NonNullable<OutcomeStory['decided']>,
  at: Date,
): Promise<void> {
  const actor = await stage.actor('lena-fors');
  const { rows } = await stage.owner.query<{ outcomeId: string; version: number }>(
    `SELECT id AS "outcomeId", version FROM outcome WHERE placement_id = $1 AND status NOT IN ('superseded', 'withdrawn')`,
    [placementId],
  );
  const decision =
    'verifiedThrough' in decided
      ? { decision: 'approve', verifiedLastDay: addDays(decided.verifiedThrough, -1), reason: SEEN }
      : { decision: 'reject', reasonCode: 'evidenceInsufficient', reason: decided.rejectedBecause };
  // Somebody who goes back to an employer by their own effort is what the check finds; here it was no reason to refuse.
  const verdicts = { RELATED_EMPLOYER: 'upheld', EMPLOYED_BEFORE: 'notUpheld' };
  await stage.command(decideOnOutcome, { ...rows[0], ...decision, verdicts }, { actor, at });
}
