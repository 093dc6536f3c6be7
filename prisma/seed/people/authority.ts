import type { SeedPerson } from '#prisma/seed/people/seed-person.ts';
import { testIdentityNumber } from '#prisma/seed/people/identity-numbers.ts';

const AUTHORITY = 'Arbetsförmedlingen';

/** The authority's first persons, one for each of its roles and a second reviewer; every seed has them. */
export const AUTHORITY_PEOPLE: readonly SeedPerson[] = [
  {
    subject: 'anders-wiklund',
    givenName: 'Anders',
    familyName: 'Wiklund',
    identityNumber: testIdentityNumber(1951, 3, 14, 'M'),
    email: 'anders.wiklund@myndigheten.example',
    locale: 'sv',
    organisation: AUTHORITY,
    description: 'Granskar rapporter och fattar beslut om dem.',
    memberships: [{ organisation: 'authority', role: 'reviewer' }],
  },
  {
    subject: 'lena-fors',
    givenName: 'Lena',
    familyName: 'Fors',
    identityNumber: testIdentityNumber(1952, 9, 2, 'F'),
    email: 'lena.fors@myndigheten.example',
    locale: 'sv',
    organisation: AUTHORITY,
    description: 'Granskar rapporter, och är utsedd för deltagare med skyddade personuppgifter.',
    memberships: [{ organisation: 'authority', role: 'reviewer' }],
  },
  {
    subject: 'sara-hakansson',
    givenName: 'Sara',
    familyName: 'Håkansson',
    identityNumber: testIdentityNumber(1953, 6, 21, 'F'),
    email: 'sara.hakansson@myndigheten.example',
    locale: 'sv',
    organisation: AUTHORITY,
    description: 'Handlägger beslut, placeringar och byten.',
    memberships: [{ organisation: 'authority', role: 'caseworker' }],
  },
  {
    subject: 'jonas-berg',
    givenName: 'Jonas',
    familyName: 'Berg',
    identityNumber: testIdentityNumber(1950, 11, 8, 'M'),
    email: 'jonas.berg@myndigheten.example',
    locale: 'sv',
    organisation: AUTHORITY,
    description: 'Startar avräkningar och attesterar utbetalningar.',
    memberships: [{ organisation: 'authority', role: 'payer' }],
  },
  {
    subject: 'maryam-yusuf',
    givenName: 'Maryam',
    familyName: 'Yusuf',
    identityNumber: testIdentityNumber(1954, 1, 30, 'F'),
    email: 'maryam.yusuf@myndigheten.example',
    locale: 'sv',
    organisation: AUTHORITY,
    description: 'Ansvarar för tjänsten: leverantörer, avtal och avtalsversioner.',
    memberships: [{ organisation: 'authority', role: 'agreementAdmin' }],
  },
  {
    subject: 'viktor-lund',
    givenName: 'Viktor',
    familyName: 'Lund',
    identityNumber: testIdentityNumber(1949, 5, 17, 'M'),
    email: 'viktor.lund@myndigheten.example',
    locale: 'en',
    organisation: AUTHORITY,
    description: 'Reviderar: läser allt utom skyddade uppgifter, ändrar ingenting.',
    memberships: [{ organisation: 'authority', role: 'auditor' }],
  },
];
