import type { Actor } from '#lib/domain/actor/actor.ts';
import { standingOf } from '#lib/domain/administration/account.ts';
import { whoDecides } from '#lib/domain/administration/governing-role.ts';
import {
  type DecideSignatoryInput,
  decideSignatoryInput,
  requestSignatoryInput,
  withdrawSignatoryInput,
  type WithdrawSignatoryInput,
} from '#lib/schemas/administration.ts';
import { insertRoles } from '#lib/server/administration/give-role.ts';
import { fullAdministrators, heldRoles, lockAccounts } from '#lib/server/administration/held-roles.ts';
import { tellOfGoverningRole } from '#lib/server/administration/tell-of-roles.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { conflict, forbidden, type Problem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

const alreadyHeld = conflict([], {
  code: 'roleHeld',
  title: { sv: 'Rollen finns redan.', en: 'The role is there already.' },
});
const alreadyAsked = conflict([], {
  code: 'requestWaits',
  title: { sv: 'Du har redan en begäran som väntar.', en: 'A request of yours waits already.' },
});

/** An administrator asks to be made signatory: what nobody may give themselves. */
export const requestSignatory = defineCommand({
  name: 'signatoryRequest.create',
  mandates: ['providerAdmin'],
  input: requestSignatoryInput,
  async lock(tx, _, { actor: anybody, today }) {
    const actor = await lockAccounts(tx, anybody);
    if (actor === null) return null;
    const own = await heldRoles(
      tx,
      actor.providerId,
      Prisma.sql`m.person_id = ${actor.personId}::uuid AND m.role = 'signatory' AND m.all_offices`,
    );
    const { providerId, personId } = actor;
    return {
      actor,
      isSignatory: own.some(({ from, to }) => standingOf(from, to, today) === 'current'),
      hasRequest: (await tx.signatoryRequest.count({ where: { providerId, personId, status: 'open' } })) > 0,
    };
  },
  version: () => null,
  guard: ({ actor, isSignatory, hasRequest }) => {
    if (actor.officeScope !== 'all') return forbidden();
    if (isSignatory) return alreadyHeld;
    return hasRequest ? alreadyAsked : null;
  },
  stepUp: () => null,
  decide: () => ok({ id: newId() }),
  async write(tx, { id }, { actor }, { now }, { reason }) {
    const { providerId, personId } = actor;
    await tx.signatoryRequest.create({ data: { id, providerId, personId, reason, requestedAt: now } });
    return { requestId: id };
  },
  audit: ({ requestId }) => ({ type: 'signatoryRequest', id: requestId, participantIds: [] }),
});

type LockedRequest = {
  readonly id: string;
  readonly providerId: string;
  readonly personId: string;
  readonly status: string;
  readonly version: number;
};

async function lockRequest(tx: Tx, requestId: string, actor: Actor): Promise<LockedRequest | null> {
  if (actor.kind !== 'person') return null;
  const [found] = await tx.$queryRaw<LockedRequest[]>`
    SELECT id::text, provider_id::text AS "providerId", person_id::text AS "personId", status, version
    FROM signatory_request WHERE id = ${requestId}::uuid`;
  if (found === undefined) return null;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`accounts:${found.providerId}`}))`;
  return found;
}

type DecisionState = LockedRequest & { readonly others: number; readonly isSignatory: boolean };

async function decisionState(
  tx: Tx,
  input: DecideSignatoryInput,
  { actor, today }: CommandContext,
): Promise<DecisionState | null> {
  const request = await lockRequest(tx, input.requestId, actor);
  if (request === null) return null;
  const administrators = await fullAdministrators(tx, request.providerId);
  const held = await heldRoles(
    tx,
    request.providerId,
    Prisma.sql`m.person_id = ${request.personId}::uuid AND m.role = 'signatory' AND m.all_offices`,
  );
  const isNow = ({ from, to }: Pick<(typeof held)[number], 'from' | 'to'>): boolean =>
    standingOf(from, to, today) === 'current';
  return {
    ...request,
    others: administrators.filter((one) => one.personId !== request.personId && isNow(one)).length,
    isSignatory: held.some(isNow),
  };
}

function decisionProblem({ personId, others }: DecisionState, actor: Actor): Problem | null {
  if (actor.kind !== 'person') return forbidden();
  if (actor.personId === personId)
    return forbidden([{ pointer: '', code: 'ownRequest', message: 'Du kan inte pröva din egen begäran.' }]);
  const isAuthority = actor.organisation === 'authority';
  if (isAuthority && whoDecides(others) === 'administrator')
    return forbidden([
      {
        pointer: '',
        code: 'othersDecide',
        message: 'Leverantören har en annan behörighetsadministratör. Hen prövar begäran.',
      },
    ]);
  return isAuthority || actor.officeScope === 'all' ? null : forbidden();
}

/** Another administrator decides; the authority's, where there is no other. Approved, the role is there at once. */
export const decideSignatory = defineCommand({
  name: 'signatoryRequest.decide',
  mandates: ['providerAdmin', 'agreementAdmin'],
  input: decideSignatoryInput,
  lock: decisionState,
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: (state, _, { actor }) => decisionProblem(state, actor),
  stepUp: ({ id, personId }, { decision }) =>
    decision === 'approved'
      ? {
          purpose: 'manageAccess',
          contentHash: hashOf({ decideSignatory: { id, personId } }).toString('hex'),
        }
      : null,
  decide: ({ status, isSignatory }, { decision }) => {
    if (status !== 'open') return err(conflict());
    return decision === 'approved' && isSignatory ? err(alreadyHeld) : ok({ membershipId: newId() });
  },
  async write(
    tx,
    { membershipId },
    { id, providerId, personId },
    { actor, now, today },
    { decision, reason },
  ) {
    const by = actor.kind === 'person' ? actor.personId : '';
    await tx.$executeRaw`UPDATE signatory_request SET status = ${decision}, decided_by_person_id = ${by}::uuid, decided_at = ${now},
      decision_reason = ${reason === '' ? null : reason}, version = version + 1 WHERE id = ${id}::uuid`;
    if (decision === 'approved') {
      const role = {
        id: membershipId,
        personId,
        role: 'signatory',
        scope: 'all',
        from: today,
        to: null,
      } as const;
      await insertRoles(tx, { providerId, by, now }, [role]);
      await tellOfGoverningRole(tx, providerId, [role], today);
    }
    const byAuthority = actor.kind === 'person' && actor.organisation === 'authority';
    return { requestId: id, personId, decision, byAuthority };
  },
  audit: ({ requestId, personId, decision }) => ({
    type: 'signatoryRequest',
    id: requestId,
    participantIds: [],
    detail: { personId, decision },
  }),
});

/** Whoever asked takes it back. */
export const withdrawSignatory = defineCommand({
  name: 'signatoryRequest.withdraw',
  mandates: ['providerAdmin'],
  input: withdrawSignatoryInput,
  async lock(tx, { requestId }: WithdrawSignatoryInput, { actor }) {
    const request = await lockRequest(tx, requestId, actor);
    return actor.kind === 'person' && request?.personId === actor.personId ? { request, actor } : null;
  },
  version: ({ request }, { version: seen }) => ({ seen, current: request.version }),
  guard: ({ request }) => (request.status === 'open' ? null : conflict()),
  stepUp: () => null,
  decide: ({ request }) => ok({ id: request.id }),
  async write(tx, { id }, { actor }, { now }) {
    await tx.$executeRaw`UPDATE signatory_request SET status = 'withdrawn', decided_by_person_id = ${actor.personId}::uuid,
      decided_at = ${now}, version = version + 1 WHERE id = ${id}::uuid`;
    return { requestId: id };
  },
  audit: ({ requestId }) => ({ type: 'signatoryRequest', id: requestId, participantIds: [] }),
});
