import type { Random } from '#prisma/seed/national/random.ts';

// Made-up names: of people and companies that do not exist.

const WOMEN =
  'Alma Signe Elsa Astrid Maja Wilma Ebba Tuva Selma Iris Amina Fatima Leila Hodan Zahra Mariam Rahel Selam Olena Daria Agnieszka Elena Nadia Yasmin Linh Mei Sofia Karin Birgitta Lena Gunilla Annika Helena Ingela Malin Petra Sanna Ylva Disa Freja'.split(
    ' ',
  );
const MEN =
  'Elis Nils Viggo Sixten Hugo Arvid Ivar Tage Folke Malte Ahmed Omar Yusuf Abdi Hassan Ali Tesfay Yonas Bohdan Dmytro Piotr Marek Ionut Karim Samir Minh Wei Lars Göran Bengt Ulf Mats Jonas Henrik Peter Robin Kent Roger Sune Birger'.split(
    ' ',
  );
const FIRST_PARTS =
  'Sago Mönster Prov Tänk Låtsas Skiss Exempel Dikt Saga Modell Utkast Påhitts Ram Blad Vers Rim Lins Vind Tall Björk Fors Älv Berg Hag Ljung Snö Sol Måne Kvist Myr'.split(
    ' ',
  );
const LAST_PARTS =
  'dal ström kvist berg man lund gren fors vik hed näs stad rud torp skog sjö mark holm bäck lind'.split(' ');

const COMPANY_FIRST =
  'Klara Nya Stadiga Kloka Raska Ljusa Öppna Varma Trygga Rörliga Envisa Muntra Lugna Snabba Vakna Himmelsblå Tindrande Djärva Gröna Höga'.split(
    ' ',
  );
const COMPANY_SECOND =
  'Tranan Eken Bryggan Kompassen Fyren Steget Spåret Lärkan Stigen Broar Handen Dörren Mötet Kartan Nyckeln Trappan Vingen Ankaret Roten Gläntan'.split(
    ' ',
  );
const COMPANY_KIND = [
  'Arbetsliv AB',
  'Jobbstöd AB',
  'Matchning AB',
  'Rustning AB',
  'Lärcentrum ek. för.',
  'Karriär AB',
];

const EMPLOYER_FIRST =
  'Skissdalens Exempelviks Låtsasbergs Mönsterås Provlunds Sagaforsens Påhittets Modellens Utkastets Diktens Versens Ramnäs Bladholms Linsbergs Rimsjö'.split(
    ' ',
  );
const EMPLOYER_KIND =
  'Lager Städ Bygg Omsorg Kök Verkstad Transport Handel Trädgård Hotell Måleri Tryckeri Bageri Skola Data'.split(
    ' ',
  );
const STREETS =
  'Påhittsgatan Exempelvägen Låtsasgatan Skissgatan Modellgränd Ritningsgatan Utkastvägen Fiktiva_gatan'.split(
    ' ',
  );

export type Name = { readonly given: string; readonly family: string };

export function nameOf(random: Random, sex: 'F' | 'M'): Name {
  return {
    given: random.one(sex === 'F' ? WOMEN : MEN),
    family: `${random.one(FIRST_PARTS)}${random.one(LAST_PARTS)}`,
  };
}

/** The company of a number: 2 400 of them are different. */
export function companyName(n: number): string {
  const first = COMPANY_FIRST[n % COMPANY_FIRST.length];
  const second = COMPANY_SECOND[Math.floor(n / COMPANY_FIRST.length + n) % COMPANY_SECOND.length];
  const kind = COMPANY_KIND[(n * 7 + Math.floor(n / 20)) % COMPANY_KIND.length];
  return `${first} ${second} ${kind}`;
}

/** The employer of a number below {@link EMPLOYERS}. */
export function employerName(n: number): string {
  const first = EMPLOYER_FIRST[n % EMPLOYER_FIRST.length];
  const kind = EMPLOYER_KIND[Math.floor(n / EMPLOYER_FIRST.length) % EMPLOYER_KIND.length];
  return `${first} ${kind} AB`;
}
export const EMPLOYERS = EMPLOYER_FIRST.length * EMPLOYER_KIND.length;

export function streetOf(random: Random): string {
  return `${random.one(STREETS).replace('_', ' ')} ${random.int(1, 90)}`;
}

/** Languages that support is given in beside Swedish, as often as in the pilot. */
export const LANGUAGES: readonly (readonly [string, number])[] = [
  ['ar', 38],
  ['so', 14],
  ['ti', 10],
  ['prs', 8],
  ['fa', 8],
  ['pl', 5],
  ['ckb', 5],
  ['kmr', 5],
  ['uk', 4],
  ['ru', 3],
];
