import type {
  AuthorityActor,
  ParticipantActor,
  PersonActor,
  ProviderActor,
} from '#lib/domain/actor/actor.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Who looks at the pages: those who see the most. */
export type NationalActors = {
  readonly reviewer: AuthorityActor;
  /** At the largest provider, all of its offices. */
  readonly signatory: ProviderActor;
  readonly intake: ProviderActor;
  readonly providerAdmin: ProviderActor;
  /** With the most participants. */
  readonly coach: ProviderActor;
  /** With the most reports. */
  readonly participant: ParticipantActor;
  /** In the area with the most offices; null where nobody has anything to choose. */
  readonly choosing: ParticipantActor | null;
};

type Found = { readonly personId: string; readonly membershipId: string };

function personOf({ personId, membershipId }: Found) {
  return {
    kind: 'person',
    personId,
    membershipId,
    sessionId: membershipId,
    givenName: '',
    familyName: '',
    locale: 'sv',
    assurance: 'eid',
    authenticatedAt: '',
  } as const satisfies Partial<PersonActor>;
}

async function one<Row>(owner: Database, what: string, query: Prisma.Sql): Promise<Row> {
  const [row] = await owner.$queryRaw<Row[]>(query);
  if (row === undefined) throw new Error(`The national seed has no ${what}`);
  return row;
}

/** Finds them in a database that holds the national seed. */
export async function nationalActors(owner: Database, today: PlainDate): Promise<NationalActors> {
  const reviewer = await one<Found>(
    owner,
    'reviewer',
    Prisma.sql`SELECT person_id::text AS "personId", id::text AS "membershipId" FROM membership WHERE role = 'reviewer' ORDER BY id LIMIT 1`,
  );
  const provider = await one<{ id: string; name: string }>(
    owner,
    'provider',
    Prisma.sql`SELECT v.id::text, v.name FROM provider v JOIN placement p ON p.provider_id = v.id
      WHERE p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date GROUP BY v.id ORDER BY count(*) DESC, v.id LIMIT 1`,
  );
  const at = async (role: ProviderRole): Promise<ProviderActor> => {
    const found = await one<Found & { offices: string[] | null }>(
      owner,
      role,
      Prisma.sql`SELECT m.person_id::text AS "personId", m.id::text AS "membershipId",
          CASE WHEN NOT m.all_offices THEN ARRAY(SELECT o.office_id::text FROM membership_office o WHERE o.membership_id = m.id) END AS offices
        FROM membership m LEFT JOIN placement p ON p.coach_person_id = m.person_id AND m.role = 'coach'
          AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date
        WHERE m.provider_id = ${provider.id}::uuid AND m.role = ${role} GROUP BY m.id ORDER BY m.all_offices DESC, count(p.id) DESC, m.id LIMIT 1`,
    );
    return {
      ...personOf(found),
      role,
      organisation: 'provider',
      providerId: provider.id,
      providerName: provider.name,
      officeScope: found.offices ?? 'all',
    };
  };
  return {
    reviewer: {
      ...personOf(reviewer),
      role: 'reviewer',
      organisation: 'authority',
      providerId: null,
      officeScope: 'all',
    },
    signatory: await at('signatory'),
    intake: await at('intake'),
    providerAdmin: await at('providerAdmin'),
    coach: await at('coach'),
    participant: participantOf(
      await one(owner, 'participant', asParticipant(Prisma.sql`JOIN report r ON r.participant_id = q.id`)),
    ),
    choosing: await choosingOf(owner, today),
  };
}

type FoundParticipant = Found & { readonly participantId: string };

function asParticipant(counted: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT q.person_id::text AS "personId", m.id::text AS "membershipId", q.id::text AS "participantId"
    FROM participant q JOIN membership m ON m.person_id = q.person_id AND m.organisation = 'self' ${counted}
    GROUP BY q.id, m.id ORDER BY count(*) DESC, q.id LIMIT 1`;
}

async function choosingOf(owner: Database, today: PlainDate): Promise<ParticipantActor | null> {
  const [found] = await owner.$queryRaw<FoundParticipant[]>(
    asParticipant(Prisma.sql`JOIN decision d ON d.participant_id = q.id JOIN contract c ON c.delivery_area_id = d.delivery_area_id
      JOIN office o ON o.contract_id = c.id
      WHERE EXISTS (SELECT FROM service_period s WHERE s.decision_id = d.id AND s.placement_id IS NULL AND s."to" > ${today}::date)`),
  );
  return found === undefined ? null : participantOf(found);
}

function participantOf(found: FoundParticipant): ParticipantActor {
  return {
    ...personOf(found),
    role: 'participant',
    organisation: 'self',
    providerId: null,
    participantId: found.participantId,
    officeScope: [],
  };
}
