import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { isGoverning } from '#lib/domain/administration/governing-role.ts';
import type { Invited } from '#lib/domain/administration/invitation.ts';
import { type KnownOffice, readInviteRows } from '#lib/domain/administration/invite-rows.ts';
import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import {
  type InviteInput,
  type InviteManyInput,
  inviteInput,
  inviteManyInput,
} from '#lib/schemas/administration.ts';
import { lockAccounts, ownOffices } from '#lib/server/administration/held-roles.ts';
import { insertInvitations } from '#lib/server/administration/insert-invitations.ts';
import { officesOf } from '#lib/server/administration/offices-of.ts';
import { foreignOfficeProblem, reachProblem } from '#lib/server/administration/role-problems.ts';
import { tellOfGoverningRole } from '#lib/server/administration/tell-of-roles.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type Period = { readonly from: PlainDate; readonly through: PlainDate | null };

function periodOf({ from, through }: Period): { readonly from: PlainDate; readonly to: PlainDate | null } {
  return { from, to: through === null ? null : addDays(through, 1) };
}

/** A role that has ended before anybody could take it. */
function pastProblem({ through }: Period, today: PlainDate): Problem | null {
  if (through === null || through >= today) return null;
  return validationProblem([
    { pointer: '/through', code: 'pastDay', message: 'Sista dagen har redan varit.' },
  ]);
}

async function writeInvitations(
  tx: Tx,
  invited: readonly Invited[],
  actor: ProviderActor,
  { now, today }: CommandContext,
): Promise<{ invitationIds: readonly string[]; invited: number }> {
  const { providerId, providerName, personId: by } = actor;
  const invitationIds = await insertInvitations(
    tx,
    { providerId, providerName, by, byAuthority: false, now },
    invited,
  );
  await tellOfGoverningRole(
    tx,
    providerId,
    invited.flatMap(({ roles }) => roles.map((role) => ({ role }))),
    today,
  );
  return { invitationIds, invited: invited.length };
}

const scopeOf = ({ allOffices, officeIds }: InviteInput): OfficeScope => (allOffices ? 'all' : officeIds);

/** Invites one person by mail. The roles begin when somebody has taken the link with their own e-ID. */
export const invite = defineCommand({
  name: 'invitation.create',
  mandates: ['providerAdmin'],
  input: inviteInput,
  async lock(tx, input: InviteInput, { actor: anybody }) {
    const actor = await lockAccounts(tx, anybody);
    return actor === null ? null : { actor, own: await ownOffices(tx, actor.providerId, input.officeIds) };
  },
  version: () => null,
  guard: ({ actor, own }, input) =>
    reachProblem(actor, [scopeOf(input)]) ??
    (input.allOffices ? null : foreignOfficeProblem(input.officeIds, own)),
  stepUp: ({ actor }, input) =>
    input.roles.some(isGoverning)
      ? {
          purpose: 'manageAccess',
          contentHash: hashOf({ invite: { ...input, providerId: actor.providerId } }).toString('hex'),
        }
      : null,
  decide(_, input, { today }): Result<readonly Invited[], Problem> {
    const problem = pastProblem(input, today);
    const { name, email, roles } = input;
    return problem === null
      ? ok([{ name, email, roles, scope: scopeOf(input), ...periodOf(input) }])
      : err(problem);
  },
  write: (tx, invited, { actor }, context) => writeInvitations(tx, invited, actor, context),
  audit: ({ invitationIds }, invited) => ({
    type: 'invitation',
    id: invitationIds[0] ?? null,
    participantIds: [],
    detail: { roles: invited.map(({ roles, scope }) => ({ roles, scope })) },
  }),
});

type ManyState = {
  readonly actor: ProviderActor;
  readonly read: Result<readonly Invited[], Problem>;
};

function readMany(input: InviteManyInput, offices: readonly KnownOffice[]): ManyState['read'] {
  const rows = readInviteRows(input.rows, offices);
  if (!rows.ok) return err(validationProblem(rows.error));
  return ok(
    rows.value.map(({ name, email, roles, scope }) => ({ name, email, roles, scope, ...periodOf(input) })),
  );
}

/** Invites several, pasted as rows: all of them, or nobody and every row's fault. */
export const inviteMany = defineCommand({
  name: 'invitation.createMany',
  mandates: ['providerAdmin'],
  input: inviteManyInput,
  async lock(tx, input, { actor: anybody }): Promise<ManyState | null> {
    const actor = await lockAccounts(tx, anybody);
    return actor === null ? null : { actor, read: readMany(input, await officesOf(tx, actor.providerId)) };
  },
  version: () => null,
  guard: ({ actor, read }) =>
    read.ok
      ? reachProblem(
          actor,
          read.value.map(({ scope }) => scope),
        )
      : null,
  stepUp: ({ actor, read }, input) =>
    read.ok && read.value.some(({ roles }) => roles.some(isGoverning))
      ? {
          purpose: 'manageAccess',
          contentHash: hashOf({ inviteMany: { ...input, providerId: actor.providerId } }).toString('hex'),
        }
      : null,
  decide({ read }, input, { today }) {
    const problem = pastProblem(input, today);
    return problem === null ? read : err(problem);
  },
  write: (tx, invited, { actor }, context) => writeInvitations(tx, invited, actor, context),
  audit: ({ invitationIds }, invited) => ({
    type: 'invitation',
    id: null,
    participantIds: [],
    detail: { invitationIds, roles: invited.map(({ roles, scope }) => ({ roles, scope })) },
  }),
});
