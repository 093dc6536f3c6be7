import type { Bulk } from '#prisma/seed/national/bulk.ts';
import { dateOf, instantOf } from '#prisma/seed/national/days.ts';
import type { Earlier, ToldOutcome } from '#prisma/seed/national/outcomes.ts';
import type { RelatedCompany } from '#prisma/seed/national/plant/outcomes.ts';
import type { Provider } from '#prisma/seed/national/providers.ts';

/** Outcomes as they came in, and where the participant had been before. */
export function addOutcome(bulk: Bulk, outcome: ToldOutcome, newId: () => string): void {
  const { id, stay, type, from, signalledOn, employer, extentPercent } = outcome;
  bulk.add('outcome', {
    id,
    placement_id: stay.id,
    number: 1,
    type,
    from: dateOf(from),
    signalled_on: dateOf(signalledOn),
    applied_on: type === 'studies' ? dateOf(Math.max(stay.from, from - 30)) : null,
    status: 'submitted',
    submitted_at: instantOf(signalledOn, 12),
    submitted_by_person_id: stay.coachPersonId,
    version: 1,
    holds: 0,
  });
  bulk.add('outcome_spell', {
    outcome_id: id,
    number: 1,
    from: dateOf(from),
    to: null,
    extent_percent: extentPercent,
    employer_org_no: employer.orgNo,
    employer_name: employer.name,
  });
  for (const earlier of outcome.earlier) addExperience(bulk, outcome, earlier, newId());
}

function addExperience(bulk: Bulk, { stay }: ToldOutcome, earlier: Earlier, id: string): void {
  bulk.add('experience', {
    id,
    thread_id: id,
    number: 1,
    participant_id: stay.participant.id,
    placement_id: stay.id,
    kind: earlier.kind,
    what: earlier.kind === 'work' ? 'Medarbetare' : 'Kurs',
    place: earlier.place,
    from_year: earlier.fromYear,
    to_year: earlier.toYear,
    note: '',
    source: 'coach',
    removed: false,
    written_by_person_id: stay.coachPersonId,
    written_at: instantOf(stay.from + 1, 10),
  });
}

type Registered = { readonly by: string; readonly newId: () => string };

/** Companies that are related to a provider, as the authority has registered them. */
export function addRelated(
  bulk: Bulk,
  provider: Provider,
  companies: readonly RelatedCompany[],
  { by, newId }: Registered,
): void {
  for (const { orgNo, name, from, to } of companies) {
    bulk.add('related_company', {
      id: newId(),
      provider_id: provider.id,
      org_no: orgNo,
      name,
      source: 'Årsredovisningen',
      from: dateOf(from),
      to: to === null ? null : dateOf(to),
      registered_by_person_id: by,
      registered_at: instantOf(from + 10, 10),
      ended_by_person_id: to === null ? null : by,
      ended_at: to === null ? null : instantOf(to + 10, 10),
    });
  }
}
