import type { Client } from 'pg';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { identityHasher } from '#lib/server/crypto/identity-hash.ts';
import type { Country, Generation } from '#prisma/seed/national/country.ts';
import { dateOf } from '#prisma/seed/national/days.ts';
import type { Provider } from '#prisma/seed/national/providers.ts';
import { AUTHORITY_PEOPLE } from '#prisma/seed/people/authority.ts';
import { testIdentityNumber } from '#prisma/seed/people/identity-numbers.ts';
import { inRoleOrder } from '#prisma/seed/people/role-order.ts';
import { type DemoPerson, demoPersonOf, type SeedPerson } from '#prisma/seed/people/seed-person.ts';
import { writePeople } from '#prisma/seed/people/write-people.ts';

type Given = { readonly country: Country; readonly generation: Generation; readonly portalSecret: string };

const SINCE_DAYS = 400;

/** Somebody of each role at the largest provider, all roles in one person at the smallest, the authority, and some participants. */
export async function writeLogins(client: Client, given: Given): Promise<readonly DemoPerson[]> {
  const { country, generation, portalSecret } = given;
  const [large, small] = [country.providers[0], country.providers.at(-1)];
  if (large === undefined || small === undefined) throw new Error('There is no provider');
  const since = dateOf(generation.days.today - SINCE_DAYS);
  const people = officePeople(large, small);
  await writePeople(client, people, { since, portalSecret, newId: generation.newId });
  const known = [
    await knownLogin(client, await busiestCoach(client, large), {
      ...at(large, 'coach', 'Handledare vid ett av de största kontoren, med många deltagare.'),
      identityNumber: testIdentityNumber(1951, 2, 11, 'F'),
      portalSecret,
    }),
    await knownLogin(client, large.signatories[0]?.personId ?? '', {
      ...at(large, 'signatory', 'Intygar och skickar in månadens rapporter för hela landet.'),
      identityNumber: testIdentityNumber(1948, 4, 27, 'F'),
      portalSecret,
    }),
  ];
  const staff = inRoleOrder([...known, ...[...people, ...AUTHORITY_PEOPLE].map(demoPersonOf)]);
  return [...staff, ...(await participants(client, large))];
}

function at(provider: Provider, role: ProviderRole, description: string) {
  return { subject: `stor-${role}`, role, description, organisation: provider.name, locale: 'sv' } as const;
}

function officePeople(large: Provider, small: Provider): readonly SeedPerson[] {
  const person = (
    names: Pick<SeedPerson, 'subject' | 'givenName' | 'familyName' | 'identityNumber' | 'description'>,
    provider: Provider,
    roles: readonly ProviderRole[],
  ): SeedPerson => ({
    ...names,
    email: `${names.subject}@leverantor.example`,
    locale: 'sv',
    organisation: provider.name,
    memberships: roles.map((role) => ({
      organisation: 'provider',
      providerId: provider.id,
      role,
      offices: 'all',
    })),
  });
  return [
    person(
      {
        subject: 'karin-bjork',
        givenName: 'Karin',
        familyName: 'Björk',
        identityNumber: testIdentityNumber(1950, 10, 5, 'F'),
        description: 'Tar emot nya deltagare i hela landet och ger dem handledare.',
      },
      large,
      ['intake'],
    ),
    person(
      {
        subject: 'daniel-ferreira',
        givenName: 'Daniel',
        familyName: 'Ferreira',
        identityNumber: testIdentityNumber(1953, 12, 19, 'M'),
        description: 'Rapporterar för alla kontor.',
      },
      large,
      ['reporter'],
    ),
    person(
      {
        subject: 'goran-melin',
        givenName: 'Göran',
        familyName: 'Melin',
        identityNumber: testIdentityNumber(1947, 8, 3, 'M'),
        description: 'Sköter konton och presentationen av företaget.',
      },
      large,
      ['providerAdmin'],
    ),
    person(
      {
        subject: 'peter-akesson',
        givenName: 'Peter',
        familyName: 'Åkesson',
        identityNumber: testIdentityNumber(1952, 7, 24, 'M'),
        description: 'Har alla roller i ett litet företag.',
      },
      small,
      ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
    ),
  ];
}

async function busiestCoach(client: Client, { id }: Provider): Promise<string> {
  const { rows } = await client.query<{ coach: string }>(
    `SELECT coach_person_id AS coach FROM placement WHERE provider_id = $1 AND coach_person_id IS NOT NULL AND "end" IS NULL
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    [id],
  );
  if (rows[0] === undefined) throw new Error('The largest provider has no coach');
  return rows[0].coach;
}

/** Lets somebody log in who works there already. */
async function knownLogin(
  client: Client,
  personId: string,
  { portalSecret, ...login }: Omit<DemoPerson, 'name'> & { readonly portalSecret: string },
): Promise<DemoPerson> {
  const hash = identityHasher(portalSecret)(login.identityNumber);
  await client.query(
    'INSERT INTO person_identity (person_id, identity_hash, identity_number) VALUES ($1, $2, $3)',
    [personId, hash, login.identityNumber],
  );
  const { rows } = await client.query<{ name: string }>(
    `SELECT given_name || ' ' || family_name AS name FROM person WHERE id = $1`,
    [personId],
  );
  return { ...login, name: rows[0]?.name ?? '' };
}

const PARTICIPANTS = `
  SELECT p.given_name || ' ' || p.family_name AS name, i.identity_number AS "identityNumber"
  FROM placement l JOIN participant a ON a.id = l.participant_id JOIN person p ON p.id = a.person_id
    JOIN person_identity i ON i.person_id = p.id
  WHERE l.provider_id = $1 AND NOT l.protected AND EXISTS (SELECT 1 FROM activity_entry e WHERE e.placement_id = l.id)
    AND `;

/** The first of each kind by id. */
async function participants(client: Client, { id }: Provider): Promise<readonly DemoPerson[]> {
  const kinds = [
    ['deltagare-1', 'l."end" IS NULL', 'Deltar, och kan läsa vad som har loggats och rapporterats.'],
    ['deltagare-2', `l.end_reason = 'outcome'`, 'Avslutade insatsen med arbete eller studier.'],
  ] as const;
  const persons: DemoPerson[] = [];
  for (const [subject, where, description] of kinds) {
    const { rows } = await client.query<{ name: string; identityNumber: string }>(
      `${PARTICIPANTS}${where} ORDER BY l.id LIMIT 1`,
      [id],
    );
    for (const found of rows)
      persons.push({
        ...found,
        subject,
        description,
        role: 'participant',
        organisation: 'Deltagare',
        locale: 'sv',
      });
  }
  return persons;
}
