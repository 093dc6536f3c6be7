import type { Bulk } from '#prisma/seed/national/bulk.ts';
import { dateOf, type Day, instantOf } from '#prisma/seed/national/days.ts';
import type { Provider, Staff } from '#prisma/seed/national/providers.ts';

/** Contracts have been in force so long. */
const CONTRACT_DAYS = 900;
/** Office hours of a weekday, in minutes since midnight. */
const OPEN = { from: 8 * 60, to: 16 * 60 };

type Given = { readonly today: Day; readonly newId: () => string };

/** A provider with its contracts, offices and signatories. */
export function addProvider(bulk: Bulk, provider: Provider, { today, newId }: Given): void {
  const { id, orgNo, name, contracts, offices, signatories } = provider;
  const since = today - CONTRACT_DAYS;
  bulk.add('provider', { id, org_no: orgNo, name });
  for (const { id: contractId, kaNumber, area, languages } of contracts) {
    bulk.add('contract', {
      id: contractId,
      ka_number: kaNumber,
      provider_id: id,
      delivery_area_id: area.id,
      from: dateOf(since),
      open_for_choice: true,
      capacity: 400,
      languages,
      speciality: 'Egen handledare från första dagen, och kontakt med arbetsgivare på orten.',
    });
  }
  for (const office of offices) {
    bulk.add('office', {
      id: office.id,
      provider_id: id,
      contract_id: office.contractId,
      main: office.main,
      name: office.name,
      street: office.street,
      place: office.area.place,
      lat: office.lat,
      lon: office.lon,
      forms: office.forms,
      accessibility: ['stepFree', 'accessibleToilet'],
    });
    for (const weekday of [1, 2, 3, 4, 5])
      bulk.add('office_opening', {
        office_id: office.id,
        weekday,
        from_minute: OPEN.from,
        to_minute: OPEN.to,
      });
  }
  for (const staff of signatories) {
    addStaff(bulk, staff, since);
    addRole(
      bulk,
      { personId: staff.personId, providerId: id, role: 'signatory', offices: 'all', since },
      newId,
    );
  }
}

/** Somebody who works at a provider. */
export function addStaff(bulk: Bulk, { personId, given, family }: Staff, since: Day): void {
  bulk.add('person', {
    id: personId,
    given_name: given,
    family_name: family,
    email: `person-${personId.slice(0, 8)}${personId.slice(9, 13)}@leverantor.example`,
    locale: 'sv',
    protected: false,
    created_at: instantOf(since, 8),
    version: 1,
  });
}

type Role = {
  readonly personId: string;
  readonly providerId: string;
  readonly role: string;
  readonly offices: 'all' | readonly string[];
  readonly since: Day;
};

export function addRole(bulk: Bulk, role: Role, newId: () => string): void {
  const id = newId();
  bulk.add('membership', {
    id,
    person_id: role.personId,
    organisation: 'provider',
    provider_id: role.providerId,
    role: role.role,
    all_offices: role.offices === 'all',
    valid_from: dateOf(role.since),
    version: 1,
  });
  if (role.offices === 'all') return;
  for (const officeId of role.offices)
    bulk.add('membership_office', { membership_id: id, office_id: officeId });
}
