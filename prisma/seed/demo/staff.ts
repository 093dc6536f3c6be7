import type { ProviderRole } from '#lib/domain/actor/role.ts';
import { FIRMS, type FirmKey, type OfficeKey } from '#prisma/seed/demo/firms.ts';
import type { WrittenFirms } from '#prisma/seed/demo/stage/write-firms.ts';
import { testIdentityNumber } from '#prisma/seed/people/identity-numbers.ts';
import type { SeedMembership, SeedPerson } from '#prisma/seed/people/seed-person.ts';

type Post = {
  readonly firm: FirmKey;
  readonly role: ProviderRole;
  readonly offices: 'all' | readonly OfficeKey[];
};

type StaffMember = Pick<SeedPerson, 'subject' | 'givenName' | 'familyName' | 'locale' | 'description'> & {
  readonly born: readonly [year: number, month: number, day: number, sex: 'F' | 'M'];
  readonly posts: readonly [Post, ...Post[]];
};

const at = (firm: FirmKey, role: ProviderRole, offices: Post['offices'] = 'all'): Post => ({
  firm,
  role,
  offices,
});

/** Who attests at each firm; the others' roles follow from the list. */
export const SIGNATORIES: Readonly<Record<FirmKey, string>> = {
  tallmo: 'birgitta-nystrom',
  bjorkangen: 'samira-osman',
  malarsteg: 'peter-akesson',
  nastaKliv: 'leila-haddad',
};

const STAFF: readonly StaffMember[] = [
  {
    subject: 'amina-warsame',
    givenName: 'Amina',
    familyName: 'Warsame',
    born: [1985, 2, 11, 'F'],
    locale: 'sv',
    description: 'Handledare i Västerås med tjugo deltagare; en av dem har skyddade personuppgifter.',
    posts: [at('tallmo', 'coach', ['tallmoVasteras'])],
  },
  {
    subject: 'johan-lindqvist',
    givenName: 'Johan',
    familyName: 'Lindqvist',
    born: [1979, 6, 4, 'M'],
    locale: 'sv',
    description: 'Handledare i Karlskrona.',
    posts: [at('tallmo', 'coach', ['tallmoKarlskrona'])],
  },
  {
    subject: 'tesfay-gebre',
    givenName: 'Tesfay',
    familyName: 'Gebre',
    born: [1990, 9, 27, 'M'],
    locale: 'sv',
    description: 'Handledare i Köping.',
    posts: [at('tallmo', 'coach', ['tallmoKoping'])],
  },
  {
    subject: 'karin-bjork',
    givenName: 'Karin',
    familyName: 'Björk',
    born: [1974, 10, 5, 'F'],
    locale: 'sv',
    description: 'Tar emot nya deltagare och ger dem handledare.',
    posts: [at('tallmo', 'intake')],
  },
  {
    subject: 'daniel-ferreira',
    givenName: 'Daniel',
    familyName: 'Ferreira',
    born: [1988, 12, 19, 'M'],
    locale: 'en',
    description: 'Rapporterar för alla kontor, på engelska.',
    posts: [at('tallmo', 'reporter')],
  },
  {
    subject: 'birgitta-nystrom',
    givenName: 'Birgitta',
    familyName: 'Nyström',
    born: [1966, 4, 27, 'F'],
    locale: 'sv',
    description: 'Intygar och skickar in månadens rapporter.',
    posts: [at('tallmo', 'signatory')],
  },
  {
    subject: 'goran-melin',
    givenName: 'Göran',
    familyName: 'Melin',
    born: [1971, 8, 3, 'M'],
    locale: 'sv',
    description: 'Sköter konton och presentationen av företaget.',
    posts: [at('tallmo', 'providerAdmin')],
  },
  {
    subject: 'li-wei',
    givenName: 'Li',
    familyName: 'Wei',
    born: [1993, 5, 30, 'F'],
    locale: 'sv',
    description: 'Handledare i Umeå.',
    posts: [at('bjorkangen', 'coach', ['bjorkangenUmea'])],
  },
  {
    subject: 'rahel-tekle',
    givenName: 'Rahel',
    familyName: 'Tekle',
    born: [1987, 3, 16, 'F'],
    locale: 'sv',
    description: 'Handledare i Karlskrona och Umeå.',
    posts: [at('nastaKliv', 'coach', ['nastaKlivKarlskrona', 'nastaKlivUmea'])],
  },
  {
    subject: 'samira-osman',
    givenName: 'Samira',
    familyName: 'Osman',
    born: [1977, 11, 12, 'F'],
    locale: 'sv',
    description: 'Rapporterar och intygar; har redan skickat in förra månaden.',
    posts: [at('bjorkangen', 'signatory'), at('bjorkangen', 'reporter')],
  },
  {
    subject: 'leila-haddad',
    givenName: 'Leila',
    familyName: 'Haddad',
    born: [1981, 1, 25, 'F'],
    locale: 'sv',
    description: 'Intygar, tar emot deltagare och sköter konton.',
    posts: [at('nastaKliv', 'signatory'), at('nastaKliv', 'intake'), at('nastaKliv', 'providerAdmin')],
  },
  {
    subject: 'peter-akesson',
    givenName: 'Peter',
    familyName: 'Åkesson',
    born: [1968, 7, 24, 'M'],
    locale: 'sv',
    description: 'Har alla roller i ett litet företag.',
    posts: [
      at('malarsteg', 'signatory'),
      at('malarsteg', 'coach'),
      at('malarsteg', 'intake'),
      at('malarsteg', 'reporter'),
      at('malarsteg', 'providerAdmin'),
    ],
  },
  {
    subject: 'elif-demir',
    givenName: 'Elif',
    familyName: 'Demir',
    born: [1984, 10, 9, 'F'],
    locale: 'sv',
    description: 'Arbetar i två företag och väljer vid inloggningen.',
    posts: [at('bjorkangen', 'coach', ['bjorkangenVasteras']), at('tallmo', 'coach', ['tallmoKoping'])],
  },
];

/** The providers' people, with the ids of the firms that were written. */
export function demoStaff(firms: WrittenFirms): readonly SeedPerson[] {
  return STAFF.map(({ born, posts, ...member }) => {
    const names = [...new Set(posts.map(({ firm }) => nameOf(firm)))];
    return {
      ...member,
      identityNumber: testIdentityNumber(...born),
      email: `${member.subject.replace('-', '.')}@${posts[0].firm.toLowerCase()}.example`,
      organisation: names.join(' och '),
      memberships: posts.map((post) => membershipOf(post, firms)),
    };
  });
}

function nameOf(key: FirmKey): string {
  return FIRMS.find((firm) => firm.key === key)?.name ?? key;
}

function membershipOf({ firm, role, offices }: Post, firms: WrittenFirms): SeedMembership {
  const providerId = firms.providerIds.get(firm);
  if (providerId === undefined) throw new Error(`The firm ${firm} was not written`);
  const ids = offices === 'all' ? 'all' : offices.map((key) => firms.office(key).officeId);
  return { organisation: 'provider', providerId, role, offices: ids };
}
