import { type Cover, coverPeriod, coverProblems } from '#lib/domain/intake/cover.ts';
import { type CoverCoachInput, coverCoachInput } from '#lib/schemas/intake.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { listCovers } from '#lib/server/intake/list-covers.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { notify } from '#lib/server/notification/notify.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import type { Period } from '#lib/shared/period.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly covers: readonly Cover[];
  readonly beyondReach: readonly string[];
  readonly isCoach: boolean;
};

/** Lets one coach stand in for another, first day through last. Ends by itself. */
export const coverCoach = defineCommand({
  name: 'coachCover.create',
  mandates: ['intake', 'providerAdmin'],
  input: coverCoachInput,
  lock: async (tx, input: CoverCoachInput, { actor, today }): Promise<State | null> => {
    const { providerId } = monthActor(actor);
    // One after the other for each provider: two covers that are asked for at once see each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('coachCover ' || ${providerId}, 0))`;
    const covers = await listCovers(tx, providerId, today);
    const [known] = await tx.$queryRaw<{ isOurs: boolean; isCoach: boolean }[]>`
      SELECT app.is_coach(${input.coachPersonId}::uuid, ${providerId}::uuid, ${today}::date) AS "isOurs",
        app.is_coach(${input.coveringPersonId}::uuid, ${providerId}::uuid, ${input.from}::date) AS "isCoach"`;
    if (known === undefined || !known.isOurs) return null;
    return { covers, isCoach: known.isCoach, beyondReach: await officesBeyondReach(tx, providerId, input) };
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide(state, input, { today }) {
    const problems = coverProblems(input, { ...state, today });
    const days = coverPeriod(input);
    return problems.length > 0 || days === null ? err(validationProblem(problems)) : ok(days);
  },
  async write(tx, days: Period, _, { actor, now }, { coachPersonId, coveringPersonId }) {
    const { providerId, personId } = monthActor(actor);
    const coverId = newId();
    await tx.$executeRaw`INSERT INTO coach_cover (id, provider_id, coach_person_id, covering_person_id, "from", "to", created_by_person_id, created_at)
      VALUES (${coverId}::uuid, ${providerId}::uuid, ${coachPersonId}::uuid, ${coveringPersonId}::uuid, ${days.from}::date, ${days.to}::date,
        ${personId}::uuid, ${now})`;
    await notify(tx, {
      event: 'coverStarted',
      to: { kind: 'persons', personIds: [coveringPersonId] },
      about: {
        placementId: null,
        providerId,
        subject: { type: 'coachCover', id: coverId },
        path: '/provider?view=mine',
      },
      now,
    });
    return { coverId, coachPersonId };
  },
  audit: ({ coverId }, { from, to }, _, { coachPersonId, coveringPersonId }) => ({
    type: 'coachCover',
    id: coverId,
    participantIds: [],
    detail: { coachPersonId, coveringPersonId, from, to },
  }),
});

/** Offices where the coach has participants in the days asked for and the one who is to cover does not work. */
async function officesBeyondReach(
  tx: Tx,
  providerId: string,
  { coachPersonId, coveringPersonId, from, through }: CoverCoachInput,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT o.name FROM placement p JOIN office o ON o.id = p.office_id
    WHERE p.provider_id = ${providerId}::uuid AND p.coach_person_id = ${coachPersonId}::uuid AND p.cancelled_at IS NULL
      AND p."from" <= ${through}::date AND coalesce(p."end", p."to") > ${from}::date
      AND NOT EXISTS (SELECT 1 FROM membership m LEFT JOIN membership_office s ON s.membership_id = m.id
        WHERE m.person_id = ${coveringPersonId}::uuid AND m.provider_id = p.provider_id AND m.role = 'coach' AND (m.all_offices OR s.office_id = p.office_id)
          AND (m.valid_to IS NULL OR m.valid_to > ${from}::date)) ORDER BY o.name`;
  return rows.map(({ name }) => name);
}
