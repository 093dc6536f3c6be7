import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { standingOf } from '#lib/domain/administration/account.ts';
import { isGoverning, ownHandProblem } from '#lib/domain/administration/governing-role.ts';
import {
  type FullAdministrator,
  lastAdministratorProblem,
} from '#lib/domain/administration/last-administrator.ts';
import { isWithin, type OfficeScope } from '#lib/domain/administration/office-scope.ts';
import { type ChangeRolesInput, changeRolesInput } from '#lib/schemas/administration.ts';
import {
  fullAdministrators,
  type HeldRole,
  lockAccounts,
  ownOffices,
  rolesById,
} from '#lib/server/administration/held-roles.ts';
import { foreignOfficeProblem, reachProblem, seenProblem } from '#lib/server/administration/role-problems.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly actor: ProviderActor;
  readonly held: readonly HeldRole[];
  readonly own: readonly string[];
  readonly administrators: readonly FullAdministrator[];
};

const scopeOf = ({ allOffices, officeIds }: ChangeRolesInput): OfficeScope =>
  allOffices ? 'all' : officeIds;
const toOf = ({ through }: ChangeRolesInput): PlainDate | null =>
  through === null ? null : addDays(through, 1);

/** Whether the change gives more than there was: more offices, or a later last day. */
function isMore(role: HeldRole, input: ChangeRolesInput): boolean {
  const to = toOf(input);
  return !isWithin(scopeOf(input), role.scope) || (role.to !== null && (to === null || to > role.to));
}

function ownProblem({ actor, held }: State, input: ChangeRolesInput): Problem | null {
  const problems = held
    .filter((role) => isMore(role, input))
    .map(({ role, personId }) => ownHandProblem(role, { actorId: actor.personId, personId }));
  return problems.find((problem) => problem !== null) ?? null;
}

/** Those that administer less, or shorter, must leave somebody who administers all. */
function keepsAdministrator(
  { held, administrators }: State,
  input: ChangeRolesInput,
  today: PlainDate,
): Problem | null {
  const to = toOf(input);
  if (!input.allOffices) {
    return lastAdministratorProblem(
      administrators,
      new Set(held.map(({ membershipId }) => membershipId)),
      today,
    );
  }
  const shortened = held.filter((role) => to !== null && (role.to === null || to < role.to));
  return to === null
    ? null
    : lastAdministratorProblem(
        administrators,
        new Set(shortened.map(({ membershipId }) => membershipId)),
        to,
      );
}

/** Other offices and another last day, for one role or several at once. Holds from the next request of whoever it is. */
export const changeRoles = defineCommand({
  name: 'account.changeRoles',
  mandates: ['providerAdmin'],
  input: changeRolesInput,
  async lock(tx, input, { actor: anybody }): Promise<State | null> {
    const actor = await lockAccounts(tx, anybody);
    if (actor === null) return null;
    const ids = [...new Set(input.memberships.map(({ membershipId }) => membershipId))];
    const held = await rolesById(tx, actor.providerId, ids);
    if (held.length !== ids.length) return null;
    return {
      actor,
      held,
      own: await ownOffices(tx, actor.providerId, input.officeIds),
      administrators: await fullAdministrators(tx, actor.providerId),
    };
  },
  // Several rows, each with its own version: compared in `decide`.
  version: () => null,
  guard: (state, input) =>
    reachProblem(state.actor, [scopeOf(input), ...state.held.map(({ scope }) => scope)]) ??
    (input.allOffices ? null : foreignOfficeProblem(input.officeIds, state.own)) ??
    ownProblem(state, input),
  stepUp: ({ actor, held }, input) =>
    held.some((role) => isGoverning(role.role) && isMore(role, input))
      ? {
          purpose: 'manageAccess',
          contentHash: hashOf({ changeRoles: { ...input, providerId: actor.providerId } }).toString('hex'),
        }
      : null,
  decide(state, input, { today }) {
    const to = toOf(input);
    if (to !== null && (to <= today || state.held.some(({ from }) => to <= from))) {
      return err(
        validationProblem([
          {
            pointer: '/through',
            code: 'pastDay',
            message: 'Sista dagen måste ligga i dag eller senare, och efter första dagen.',
            fix: 'Ska åtkomsten upphöra nu, avsluta den.',
          },
        ]),
      );
    }
    if (state.held.some(({ from, to: until }) => standingOf(from, until, today) === 'ended'))
      return err(conflict());
    const problem = seenProblem(state.held, input.memberships) ?? keepsAdministrator(state, input, today);
    return problem === null ? ok({ scope: scopeOf(input), to }) : err(problem);
  },
  async write(tx, { scope, to }, { held }) {
    const ids = held.map(({ membershipId }) => membershipId);
    const offices = scope === 'all' ? [] : scope;
    // Offices first: what widens the scope to all is the last that happens, what narrows it the first that counts.
    await tx.$executeRaw`DELETE FROM membership_office WHERE membership_id = ANY (${ids}::uuid[]) AND office_id <> ALL (${offices}::uuid[])`;
    await tx.$executeRaw`INSERT INTO membership_office (membership_id, office_id)
      SELECT m, o FROM unnest(${ids}::uuid[]) m CROSS JOIN unnest(${offices}::uuid[]) o ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`UPDATE membership SET all_offices = ${scope === 'all'}, valid_to = ${to}::date, version = version + 1
      WHERE id = ANY (${ids}::uuid[])`;
    return { personIds: [...new Set(held.map(({ personId }) => personId))] };
  },
  audit: ({ personIds }, change, { held }) => ({
    type: 'membership',
    id: personIds.length === 1 ? (personIds[0] ?? null) : null,
    participantIds: [],
    detail: { before: held, change },
  }),
});
