import type { Client } from 'pg';
import { testIdentityNumber } from '#prisma/seed/people/identity-numbers.ts';
import type { SeedPerson } from '#prisma/seed/people/seed-person.ts';

export type PilotProvider = { readonly providerId: string; readonly officeId: string; readonly name: string };
export type PilotProviders = { readonly large: PilotProvider; readonly small: PilotProvider };

/** The pilot's largest provider, by its office in Umeå, and one of its smallest. */
const LARGE_KA_NUMBER = '19958707';
const SMALL_KA_NUMBER = '12680977';

export async function pilotProviders(client: Client): Promise<PilotProviders> {
  return {
    large: await providerOf(client, LARGE_KA_NUMBER),
    small: await providerOf(client, SMALL_KA_NUMBER),
  };
}

async function providerOf(client: Client, kaNumber: string): Promise<PilotProvider> {
  const { rows } = await client.query<PilotProvider>(
    `SELECT p.id AS "providerId", o.id AS "officeId", p.name
     FROM contract c JOIN provider p ON p.id = c.provider_id JOIN office o ON o.contract_id = c.id AND o.main WHERE c.ka_number = $1`,
    [kaNumber],
  );
  if (rows[0] === undefined) throw new Error(`The pilot has no contract ${kaNumber}`);
  return rows[0];
}

/** Nobody of the pilot was born before 1956: staff are, so that no two persons share a number. */
export function pilotStaff({ large, small }: PilotProviders): readonly SeedPerson[] {
  const at = { organisation: 'provider', providerId: large.providerId } as const;
  const there = { organisation: 'provider', providerId: small.providerId, offices: 'all' } as const;
  return [
    {
      subject: 'amina-warsame',
      givenName: 'Amina',
      familyName: 'Warsame',
      identityNumber: testIdentityNumber(1951, 2, 11, 'F'),
      email: 'amina.warsame@leverantor.example',
      locale: 'sv',
      organisation: large.name,
      description: 'Handledare i Umeå, med egna deltagare och en med skyddade personuppgifter.',
      memberships: [{ ...at, role: 'coach', offices: [large.officeId] }],
    },
    {
      subject: 'karin-bjork',
      givenName: 'Karin',
      familyName: 'Björk',
      identityNumber: testIdentityNumber(1950, 10, 5, 'F'),
      email: 'karin.bjork@leverantor.example',
      locale: 'sv',
      organisation: large.name,
      description: 'Tar emot nya deltagare och ger dem handledare.',
      memberships: [{ ...at, role: 'intake', offices: 'all' }],
    },
    {
      subject: 'daniel-ferreira',
      givenName: 'Daniel',
      familyName: 'Ferreira',
      identityNumber: testIdentityNumber(1953, 12, 19, 'M'),
      email: 'daniel.ferreira@leverantor.example',
      locale: 'en',
      organisation: large.name,
      description: 'Rapporterar för alla kontor.',
      memberships: [{ ...at, role: 'reporter', offices: 'all' }],
    },
    {
      subject: 'birgitta-nystrom',
      givenName: 'Birgitta',
      familyName: 'Nyström',
      identityNumber: testIdentityNumber(1948, 4, 27, 'F'),
      email: 'birgitta.nystrom@leverantor.example',
      locale: 'sv',
      organisation: large.name,
      description: 'Intygar och skickar in månadens rapporter.',
      memberships: [{ ...at, role: 'signatory', offices: 'all' }],
    },
    {
      subject: 'goran-melin',
      givenName: 'Göran',
      familyName: 'Melin',
      identityNumber: testIdentityNumber(1947, 8, 3, 'M'),
      email: 'goran.melin@leverantor.example',
      locale: 'sv',
      organisation: large.name,
      description: 'Sköter konton och presentationen av företaget.',
      memberships: [{ ...at, role: 'providerAdmin', offices: 'all' }],
    },
    {
      subject: 'peter-akesson',
      givenName: 'Peter',
      familyName: 'Åkesson',
      identityNumber: testIdentityNumber(1952, 7, 24, 'M'),
      email: 'peter.akesson@smaforetag.example',
      locale: 'sv',
      organisation: small.name,
      description: 'Har alla roller i ett litet företag.',
      memberships: (['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const).map((role) => ({
        ...there,
        role,
      })),
    },
    {
      subject: 'elif-demir',
      givenName: 'Elif',
      familyName: 'Demir',
      identityNumber: testIdentityNumber(1954, 3, 9, 'F'),
      email: 'elif.demir@leverantor.example',
      locale: 'sv',
      organisation: `${large.name} och ${small.name}`,
      description: 'Arbetar i två företag och väljer vid inloggningen.',
      memberships: [
        { ...at, role: 'coach', offices: [large.officeId] },
        { ...there, role: 'reporter' },
      ],
    },
  ];
}
