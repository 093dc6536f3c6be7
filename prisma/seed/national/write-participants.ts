import type { Participant, Stay } from '#prisma/seed/national/stays.ts';
import { identityHasher } from '#lib/server/crypto/identity-hash.ts';
import { withCheckDigit } from '#lib/domain/placement/identity-number.ts';
import type { Bulk } from '#prisma/seed/national/bulk.ts';
import { dateOf, type Day, instantOf } from '#prisma/seed/national/days.ts';
import { toEpochDay, plainDate } from '#lib/shared/plain-date.ts';

const FIRST_BIRTH = toEpochDay(plainDate('1959-01-01'));
const BIRTHS = toEpochDay(plainDate('2007-12-31')) - FIRST_BIRTH + 1;
/** Steps through the days of birth without meeting any again: it has no divisor in common with their number. */
const STEP = 7919;

/**
 * Identity numbers of the tax authority's test series have one for each day of birth and sex: those who come after the days
 * are used up have a coordination number (60 added to the day).
 */
export function identityNumbers(): (participant: Participant) => string {
  const used = { F: 0, M: 0 };
  return ({ sex }) => {
    const nth = used[sex];
    used[sex] += 1;
    if (nth >= 2 * BIRTHS) throw new RangeError('There are no more identity numbers in the test series');
    const date = dateOf(FIRST_BIRTH + ((nth * STEP) % BIRTHS)).replaceAll('-', '');
    const day = Number(date.slice(6)) + (nth >= BIRTHS ? 60 : 0);
    const digits = `${date.slice(2, 6)}${String(day).padStart(2, '0')}${sex === 'F' ? '238' : '239'}`;
    return `${date.slice(0, 2)}${withCheckDigit(digits)}`;
  };
}

/** Writes participants with their decision; where they are placed is written with the offices. */
export function participantWriter(
  bulk: Bulk,
  { portalSecret, newId }: { readonly portalSecret: string; readonly newId: () => string },
): (stay: Stay) => { readonly identityNumber: string } {
  const numberOf = identityNumbers();
  const hash = identityHasher(portalSecret);
  return (stay) => {
    const { participant, office, level, from } = stay;
    const identityNumber = numberOf(participant);
    addPerson(bulk, participant, from);
    bulk.add('person_identity', {
      person_id: participant.personId,
      identity_hash: `\\x${hash(identityNumber).toString('hex')}`,
      identity_number: participant.protected ? null : identityNumber,
    });
    bulk.add('membership', {
      id: newId(),
      person_id: participant.personId,
      organisation: 'self',
      provider_id: null,
      role: 'participant',
      all_offices: false,
      valid_from: dateOf(from - 9),
      version: 1,
    });
    bulk.add('participant', {
      id: participant.id,
      person_id: participant.personId,
      protected: participant.protected,
      sex: participant.sex,
      born_in_sweden: participant.bornInSweden,
      disability_code: participant.disability,
      home_lat: participant.protected ? null : office.area.lat,
      home_lon: participant.protected ? null : office.area.lon,
      language: participant.language,
      needs_language_support: participant.needsLanguage,
      version: 1,
    });
    bulk.add('decision', {
      id: stay.decisionId,
      participant_id: participant.id,
      level,
      agreement_version_id: AGREEMENT,
      delivery_area_id: office.area.id,
      arrived_on: dateOf(from - 9),
      choose_by: dateOf(from - 2),
      version: 1,
    });
    return { identityNumber };
  };
}

/** Everybody is placed under the later of the two example agreements. */
export const AGREEMENT = 'rom2-exempel-1';

function addPerson(bulk: Bulk, { personId, given, family, ...participant }: Participant, from: Day): void {
  bulk.add('person', {
    id: personId,
    given_name: given,
    family_name: family,
    email: null,
    locale: 'sv',
    protected: participant.protected,
    created_at: instantOf(from - 9, 6),
    version: 1,
  });
}
