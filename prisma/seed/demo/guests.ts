import type { DemoPerson } from '#prisma/seed/people/seed-person.ts';
import { testIdentityNumber } from '#prisma/seed/people/identity-numbers.ts';

/** Made-up people with an e-ID and no account: those whom somebody can invite. */
export const GUESTS: readonly DemoPerson[] = [
  {
    subject: 'nora-ek',
    name: 'Nora Ek',
    role: 'inget konto',
    organisation: 'Ingen ännu',
    description: 'Har inget konto. Göran Melin på Tallmo kan bjuda in henne.',
    identityNumber: testIdentityNumber(1991, 8, 17, 'F'),
    locale: 'sv',
  },
  {
    subject: 'oskar-blom',
    name: 'Oskar Blom',
    role: 'inget konto',
    organisation: 'Ingen ännu',
    description: 'Har inget konto. Maryam Yusuf kan bjuda in honom som Björkängens första administratör.',
    identityNumber: testIdentityNumber(1986, 2, 3, 'M'),
    locale: 'sv',
  },
];
