import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { standingOf } from '#lib/domain/administration/account.ts';
import { ownHandProblem } from '#lib/domain/administration/governing-role.ts';
import {
  type FullAdministrator,
  lastAdministratorProblem,
} from '#lib/domain/administration/last-administrator.ts';
import { endRolesInput, restoreRolesInput } from '#lib/schemas/administration.ts';
import {
  fullAdministrators,
  type HeldRole,
  lockAccounts,
  rolesById,
} from '#lib/server/administration/held-roles.ts';
import { reachProblem, seenProblem } from '#lib/server/administration/role-problems.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly actor: ProviderActor;
  readonly held: readonly HeldRole[];
  readonly administrators: readonly FullAdministrator[];
};

const alreadyEnded = conflict([], {
  code: 'alreadyEnded',
  title: { sv: 'En av rollerna är redan avslutad.', en: 'One of the roles has ended already.' },
});
const tooLate = conflict([], {
  code: 'tooLateToRestore',
  title: {
    sv: 'Det går att ångra samma dag. Ge rollen på nytt i stället.',
    en: 'It can be undone on the same day. Give the role anew instead.',
  },
});

const personsOf = (held: readonly HeldRole[]): readonly string[] => [
  ...new Set(held.map(({ personId }) => personId)),
];
const idsOf = (held: readonly HeldRole[]): readonly string[] => held.map(({ membershipId }) => membershipId);

/** Ends roles at once: no request after this one is answered in them, and sessions that work in them end. */
export const endRoles = defineCommand({
  name: 'account.endRoles',
  mandates: ['providerAdmin'],
  input: endRolesInput,
  async lock(tx, { memberships }, { actor: anybody }): Promise<State | null> {
    const actor = await lockAccounts(tx, anybody);
    if (actor === null) return null;
    const ids = [...new Set(memberships.map(({ membershipId }) => membershipId))];
    const held = await rolesById(tx, actor.providerId, ids);
    if (held.length !== ids.length) return null;
    return { actor, held, administrators: await fullAdministrators(tx, actor.providerId) };
  },
  version: () => null,
  guard: ({ actor, held }) =>
    reachProblem(
      actor,
      held.map(({ scope }) => scope),
    ),
  stepUp: () => null,
  decide({ held, administrators }, { memberships }, { today }) {
    if (held.some(({ from, to }) => standingOf(from, to, today) === 'ended')) return err(alreadyEnded);
    const problem =
      seenProblem(held, memberships) ?? lastAdministratorProblem(administrators, new Set(idsOf(held)), today);
    return problem === null ? ok({ ids: idsOf(held) }) : err(problem);
  },
  async write(tx, { ids }, { actor, held }, { now, today }) {
    // A role that was to begin later ends before it begins.
    await tx.$executeRaw`UPDATE membership SET to_before_end = valid_to, valid_to = greatest(valid_from, ${today}::date),
        ended_by_person_id = ${actor.personId}::uuid, ended_at = ${now}, version = version + 1
      WHERE id = ANY (${ids}::uuid[])`;
    const [ended] = await tx.$queryRaw<
      { count: number }[]
    >`SELECT app.end_sessions(${ids}::uuid[], ${now}) AS count`;
    return { personIds: personsOf(held), sessions: ended?.count ?? 0 };
  },
  audit: ({ personIds, sessions }, { ids }) => ({
    type: 'membership',
    id: personIds.length === 1 ? (personIds[0] ?? null) : null,
    participantIds: [],
    detail: { memberships: ids, sessions },
  }),
});

/** Takes the end of roles back, on the day they were ended: they are as they were before. */
export const restoreRoles = defineCommand({
  name: 'account.restoreRoles',
  mandates: ['providerAdmin'],
  input: restoreRolesInput,
  async lock(tx, { memberships }, { actor: anybody }): Promise<Omit<State, 'administrators'> | null> {
    const actor = await lockAccounts(tx, anybody);
    if (actor === null) return null;
    const ids = [...new Set(memberships.map(({ membershipId }) => membershipId))];
    const held = await rolesById(tx, actor.providerId, ids);
    return held.length === ids.length ? { actor, held } : null;
  },
  version: () => null,
  guard: ({ actor, held }) =>
    reachProblem(
      actor,
      held.map(({ scope }) => scope),
    ) ??
    held
      .map(({ role, personId }) => ownHandProblem(role, { actorId: actor.personId, personId }))
      .find((problem) => problem !== null) ??
    null,
  stepUp: () => null,
  decide({ held }, { memberships }, { today }) {
    const isToday = held.every(({ endedOn }) => endedOn !== null && plainDateFromDate(endedOn) === today);
    if (!isToday) return err(tooLate);
    const problem = seenProblem(held, memberships);
    return problem === null ? ok({ ids: idsOf(held) }) : err(problem);
  },
  async write(tx, { ids }, { held }) {
    await tx.$executeRaw`UPDATE membership SET valid_to = to_before_end, to_before_end = NULL, ended_by_person_id = NULL,
      ended_at = NULL, version = version + 1 WHERE id = ANY (${ids}::uuid[])`;
    return { personIds: personsOf(held) };
  },
  audit: ({ personIds }, { ids }) => ({
    type: 'membership',
    id: personIds.length === 1 ? (personIds[0] ?? null) : null,
    participantIds: [],
    detail: { memberships: ids },
  }),
});
