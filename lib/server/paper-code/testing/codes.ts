import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { revealSeal } from '#lib/server/api-client/keep-secret.ts';
import { newId } from '#lib/server/ids.ts';
import { handOutCode } from '#lib/server/paper-code/hand-out-code.ts';
import { openPaperCode, type OpenedCode } from '#lib/server/paper-code/code-session.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { addDays, type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

export type Codes = {
  readonly world: World;
  readonly caseworker: AuthorityActor;
  readonly now: Date;
  readonly today: PlainDate;
  /** Somebody with a decision of today and five days to choose. */
  readonly waiting: () => Promise<BuiltDecision>;
  /** A code for them, as it is printed. */
  readonly codeFor: (
    decision: BuiltDecision,
  ) => Promise<{ readonly paperCodeId: string; readonly code: string }>;
  /** The session that the code opens; throws where it opens none. */
  readonly opened: (code: string) => Promise<OpenedCode>;
};

/** Codes on paper, at the database's own time: its rules about them ask what time it is. */
export async function buildCodes(): Promise<Codes> {
  const world = await buildWorld();
  const caseworker = await buildAuthorityActor(world.owner, 'caseworker');
  const now = new Date();
  const today = plainDateFromDate(now);
  return {
    world,
    caseworker,
    now,
    today,
    waiting: () =>
      buildUnplacedDecision(world.owner, { from: today, arrivedOn: today, chooseBy: addDays(today, 5) }),
    async codeFor({ participant }) {
      const given = { participantId: participant.id, reason: 'noEid' };
      const done = await world.run(handOutCode, given, { actor: caseworker, now, key: newId() });
      if (!done.ok) throw new Error(done.error.problem.code);
      const { paperCodeId, revealId } = done.value;
      const { sealed } = await world.owner.secretReveal.findUniqueOrThrow({ where: { id: revealId } });
      return { paperCodeId, code: revealSeal().open(revealId, sealed) };
    },
    async opened(code) {
      const result = await openPaperCode({ database: world.app, now }, code);
      if (!result.ok) throw new Error(result.error);
      return result.value;
    },
  };
}
