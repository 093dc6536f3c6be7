import { testIdentityNumber } from '#prisma/seed/people/identity-numbers.ts';

export type CastMember = {
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'F' | 'M';
  readonly identityNumber: string;
  readonly bornInSweden: boolean;
  readonly disabilityCode: boolean;
  readonly language: string;
  readonly needsLanguageSupport: boolean;
};

/** Name · year, month and day of birth · language · marks: S born in Sweden, D disability code, L needs language support. */
const WOMEN = `
Olena Kovalenko 1988-03-14 uk L
Hodan Abdi 1995-07-22 so L
Zahra Rahimi 1979-11-05 prs L
Rahel Tesfaye 1991-01-30 ti L
Susanne Bergqvist 1968-09-12 sv S
Ewa Nowak 1983-06-02 pl
Kateryna Bondarenko 1990-12-19 uk L
Marta Silva 1986-04-25 pt-BR
Elin Sandgren 1999-08-08 sv SD
Amal Haddad 1981-02-17 ar L
Mai-Britt Sjölund 1963-05-29 sv S
Mirela Hodžić 1974-10-10 bs
Pranee Suwan 1987-07-03 th L
Gulistan Yildiz 1993-03-27 kmr
Anna-Karin Lindström 1971-12-01 sv SD
Johanna Ekdahl 2000-04-16 sv S
Sirkka Mäkelä 1966-01-09 fi
Rosa Castillo 1984-09-23 es
Narges Ahmadi 1996-06-18 fa L
Asha Farah 1989-10-31 so L
Layla Aziz 1992-05-07 ckb L
Yordanos Haile 1998-02-26 ti L
Liljana Krasniqi 1977-08-13 sq
Ingrid Stålnacke 1970-03-04 se S
Fatima Al-Sayed 1985-11-20 ar L
Nadia Rezai 1994-09-09 prs L
Linnea Fjällborg 2001-01-15 sv S
Birgit Holmgren 1965-07-27 sv SD
`;
const MEN = `
Abdi Hassan 1992-04-11 so L
Farid Ahmadi 1987-08-19 prs L
Mohammad Rezai 1984-02-02 prs L
Ibrahim Saleh 1978-12-24 ar L
Kent Nordin 1964-06-30 sv S
Lars-Erik Holm 1967-10-17 sv SD
Ahmed Darwish 1990-01-21 ar L
Yusuf Osman 1997-05-13 so
Karwan Ali 1986-09-28 ckb L
Goran Petrović 1972-03-08 bs
Piotr Zieliński 1982-07-15 pl
Mikael Åberg 1976-11-11 sv S
Omar Khalil 1993-12-05 ar L
Samuel Okafor 1989-06-24 en
Dawit Mengistu 1988-10-02 am L
Wei Chen 1981-05-19 zh-Hans L
Emil Sandström 2000-02-12 sv SD
Oskar Lindahl 1998-11-29 sv S
Rikard Wallin 1969-04-06 sv S
Habib Noori 1995-03-18 prs L
Reza Moradi 1980-08-22 fa L
Azad Demirtaş 1991-07-09 kmr L
Ilir Gashi 1985-01-26 sq
Viktor Popescu 1983-10-14 ro
Juho Virtanen 1973-09-01 fi
Robert Engström 1966-12-20 sv S
Mehmet Kaya 1979-04-30 tr
Jonas Hedlund 1994-06-07 sv S
Tomas Öberg 1975-02-23 sv SD
Bashir Jama 1996-10-25 so L
Andriy Shevchuk 1987-05-03 uk L
Issa Niia 1990-08-30 se S
Filmon Kidane 1999-03-31 ti L
Stefan Malm 1962-11-16 sv S
Hamid Karimi 1982-12-12 fa L
Pekka Laine 1968-05-21 fi
Johan Ståhl 1989-01-04 sv S
Elias Nyberg 2002-07-18 sv SD
`;

/** The demo's participants: made-up names, numbers of the test series. */
export const CAST: readonly CastMember[] = [...read(WOMEN, 'F'), ...read(MEN, 'M')];

function read(lines: string, sex: 'F' | 'M'): readonly CastMember[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [givenName = '', familyName = '', born = '', language = '', marks = ''] = line.split(' ');
      const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
      return {
        givenName,
        familyName,
        sex,
        identityNumber: testIdentityNumber(year, month, day, sex),
        bornInSweden: marks.includes('S'),
        disabilityCode: marks.includes('D'),
        language,
        needsLanguageSupport: marks.includes('L'),
      };
    });
}

export function castMember(name: string): CastMember {
  const found = CAST.find((member) => `${member.givenName} ${member.familyName}` === name);
  if (found === undefined) throw new Error(`Nobody in the cast is called ${name}`);
  return found;
}
