import type { ParticipantActor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPerson, type BuiltPerson } from '#lib/server/testing/builders/person.ts';
import { TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';
import { buildSession } from '#lib/server/testing/builders/session.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

export type BuiltParticipant = { readonly id: string; readonly person: BuiltPerson };

type Given = {
  readonly person?: BuiltPerson;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly protected?: boolean;
  readonly language?: string;
  readonly needsLanguageSupport?: boolean;
};

export async function buildParticipant(owner: Database, given: Given = {}): Promise<BuiltParticipant> {
  const person = given.person ?? (await buildPerson(owner, given));
  const id = newId();
  await owner.participant.create({
    data: {
      id,
      personId: person.id,
      sex: 'F',
      bornInSweden: true,
      disabilityCode: false,
      municipalityId: `${TEST_AREA}s kommun`,
      homeLat: 56.16,
      homeLon: 15.59,
      language: given.language ?? 'sv',
      needsLanguageSupport: given.needsLanguageSupport ?? false,
    },
  });
  return { id, person };
}

/** The participant, logged in. */
export async function buildParticipantActor(
  owner: Database,
  participant: BuiltParticipant,
): Promise<ParticipantActor> {
  const { person } = participant;
  const membershipId = newId();
  await owner.membership.create({
    data: {
      id: membershipId,
      personId: person.id,
      organisation: 'self',
      role: 'participant',
      validFrom: toUtcDate(plainDate('2020-01-01')),
    },
  });
  return {
    ...(await buildSession(owner, person, membershipId)),
    role: 'participant',
    organisation: 'self',
    providerId: null,
    participantId: participant.id,
    officeScope: [],
  };
}
