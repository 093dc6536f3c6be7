import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { standingOf } from '#lib/domain/administration/account.ts';
import { isGoverning, ownHandProblem } from '#lib/domain/administration/governing-role.ts';
import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import { type GiveRoleInput, giveRoleInput } from '#lib/schemas/administration.ts';
import { type HeldRole, heldRoles, lockAccounts, ownOffices } from '#lib/server/administration/held-roles.ts';
import { foreignOfficeProblem, reachProblem } from '#lib/server/administration/role-problems.ts';
import { tellOfGoverningRole } from '#lib/server/administration/tell-of-roles.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly actor: ProviderActor;
  readonly held: readonly HeldRole[];
  readonly own: readonly string[];
};

export type NewRole = {
  readonly id: string;
  readonly personId: string;
  readonly role: ProviderRole;
  readonly scope: OfficeScope;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** Writes roles with their offices, in the name of whoever gives them. */
export async function insertRoles(
  tx: Tx,
  given: { readonly providerId: string; readonly by: string; readonly now: Date },
  roles: readonly NewRole[],
): Promise<void> {
  const rows = JSON.stringify(
    roles.map(({ scope, ...role }) => ({
      ...role,
      all: scope === 'all',
      offices: scope === 'all' ? [] : scope,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO membership (id, person_id, organisation, provider_id, role, all_offices, valid_from, valid_to, given_by_person_id, given_at)
    SELECT x.id, x."personId", 'provider', ${given.providerId}::uuid, x.role, x.all, x."from", x."to", ${given.by}::uuid, ${given.now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, "personId" uuid, role text, "all" boolean, "from" date, "to" date)`;
  await tx.$executeRaw`
    INSERT INTO membership_office (membership_id, office_id)
    SELECT x.id, office::uuid FROM jsonb_to_recordset(${rows}::jsonb) AS x (id uuid, offices jsonb), jsonb_array_elements_text(x.offices) AS office`;
}

const scopeOf = ({ allOffices, officeIds }: GiveRoleInput): OfficeScope => (allOffices ? 'all' : officeIds);

const pastDay = validationProblem([
  { pointer: '/through', code: 'pastDay', message: 'Sista dagen har redan varit.' },
]);

/** Gives roles to people who are at the provider already. Roles that somebody has, they keep as they are. */
export const giveRole = defineCommand({
  name: 'account.giveRole',
  mandates: ['providerAdmin'],
  input: giveRoleInput,
  async lock(tx, input, { actor: anybody }): Promise<State | null> {
    const actor = await lockAccounts(tx, anybody);
    if (actor === null) return null;
    const held = await heldRoles(
      tx,
      actor.providerId,
      Prisma.sql`m.person_id = ANY (${input.personIds}::uuid[])`,
    );
    if (!input.personIds.every((personId) => held.some((one) => one.personId === personId))) return null;
    return { actor, held, own: await ownOffices(tx, actor.providerId, input.officeIds) };
  },
  version: () => null,
  guard: ({ actor, own }, input) =>
    reachProblem(actor, [scopeOf(input)]) ??
    (input.allOffices ? null : foreignOfficeProblem(input.officeIds, own)) ??
    input.personIds
      .flatMap((personId) =>
        input.roles.map((role) => ownHandProblem(role, { actorId: actor.personId, personId })),
      )
      .find((problem) => problem !== null) ??
    null,
  stepUp: ({ actor }, input) =>
    input.roles.some(isGoverning)
      ? {
          purpose: 'manageAccess',
          contentHash: hashOf({ giveRole: { ...input, providerId: actor.providerId } }).toString('hex'),
        }
      : null,
  decide({ held }, input, { today }) {
    const to = input.through === null ? null : addDays(input.through, 1);
    // Nobody has had a role before it was given.
    const from = input.from < today ? today : input.from;
    if (to !== null && to <= from) return err(pastDay);
    const has = (personId: string, role: ProviderRole): boolean =>
      held.some(
        (one) =>
          one.personId === personId && one.role === role && standingOf(one.from, one.to, today) !== 'ended',
      );
    const roles = input.personIds.flatMap((personId) =>
      input.roles
        .filter((role) => !has(personId, role))
        .map((role): NewRole => ({ id: newId(), personId, role, scope: scopeOf(input), from, to })),
    );
    return roles.length > 0
      ? ok(roles)
      : err(
          conflict([], {
            code: 'roleHeld',
            title: {
              sv: 'Rollen finns redan. Ändra den i stället.',
              en: 'The role is there already. Change it instead.',
            },
          }),
        );
  },
  async write(tx, roles, { actor }, { now, today }, { personIds }) {
    await insertRoles(tx, { providerId: actor.providerId, by: actor.personId, now }, roles);
    await tellOfGoverningRole(tx, actor.providerId, roles, today);
    return { personIds, given: roles.length };
  },
  audit: ({ personIds }, roles) => ({
    type: 'membership',
    id: personIds.length === 1 ? (personIds[0] ?? null) : null,
    participantIds: [],
    detail: { roles },
  }),
});
