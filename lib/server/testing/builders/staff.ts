import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { AuthorityRole, ProviderRole } from '#lib/domain/actor/role.ts';
import type { CaseMandate } from '#lib/domain/document/document.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson, type BuiltPerson } from '#lib/server/testing/builders/person.ts';
import type { BuiltProvider } from '#lib/server/testing/builders/provider.ts';
import { buildSession } from '#lib/server/testing/builders/session.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const LONG_AGO = toUtcDate(plainDate('2020-01-01'));

type Given = {
  readonly provider: BuiltProvider;
  /** All offices where nothing is given. */
  readonly offices?: readonly BuiltOffice[];
  readonly person?: BuiltPerson;
};

/** Somebody at a provider, logged in: person, membership, session. */
export async function buildProviderActor(
  owner: Database,
  role: ProviderRole,
  given: Given,
): Promise<ProviderActor> {
  const person = given.person ?? (await buildPerson(owner));
  const membershipId = newId();
  const offices = given.offices;
  await owner.membership.create({
    data: {
      id: membershipId,
      personId: person.id,
      organisation: 'provider',
      providerId: given.provider.id,
      role,
      allOffices: offices === undefined,
      validFrom: LONG_AGO,
      offices: { create: (offices ?? []).map(({ id }) => ({ officeId: id })) },
    },
  });
  return {
    ...(await buildSession(owner, person, membershipId)),
    role,
    organisation: 'provider',
    providerId: given.provider.id,
    providerName: given.provider.name,
    officeScope: offices === undefined ? 'all' : offices.map(({ id }) => id),
  };
}

/** Somebody at the authority, logged in. */
export async function buildAuthorityActor(
  owner: Database,
  role: AuthorityRole,
  given: { readonly person?: BuiltPerson; readonly caseMandate?: CaseMandate } = {},
): Promise<AuthorityActor> {
  const person = given.person ?? (await buildPerson(owner));
  const membershipId = newId();
  await owner.membership.create({
    data: {
      id: membershipId,
      personId: person.id,
      organisation: 'authority',
      role,
      caseMandate: given.caseMandate ?? null,
      allOffices: true,
      validFrom: LONG_AGO,
    },
  });
  return {
    ...(await buildSession(owner, person, membershipId)),
    role,
    organisation: 'authority',
    providerId: null,
    officeScope: 'all',
  };
}
