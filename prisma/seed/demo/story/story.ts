import { castMember } from '#prisma/seed/demo/cast.ts';
import type { Area, OfficeKey } from '#prisma/seed/demo/firms.ts';
import { PERIOD_DAYS, type StoryCalendar, storyCalendar } from '#prisma/seed/demo/story/calendar.ts';
import { referenceOf, tell, type Told } from '#prisma/seed/demo/story/make-stay.ts';
import type { ParticipantStory } from '#prisma/seed/demo/story/participant-story.ts';
import { lastingJob, newJob, partTimeJob, rejectedJob, studies } from '#prisma/seed/demo/story/outcomes.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** The demo: sixty-odd people in every state that a page can show, told from a day. The same day gives the same story. */
export function tellStory(today: PlainDate): readonly ParticipantStory[] {
  const calendar = storyCalendar(today);
  const placed = [
    ...tallmoVasteras(calendar),
    ...tallmoElsewhere(calendar),
    ...bjorkangen(calendar),
    ...others(calendar),
  ];
  const told = placed.map((one, index) => tell(calendar, one, index));
  const waiting = undecided(calendar).map((one, index) => tellWaiting(one, placed.length + index));
  return [...told, ...waiting];
}

type Teller = (name: string, from: PlainDate, more?: Partial<Told>) => Told;

function at(office: OfficeKey): Teller {
  return (name, from, more = {}) => ({ name, office, from, ...more });
}

/** The office with most in it: each state of the month that is to be reported. */
function tallmoVasteras(c: StoryCalendar): readonly Told[] {
  const on = at('tallmoVasteras');
  return [
    on('Olena Kovalenko', c.workday(4, 5), {
      description: 'Deltar sedan några månader. Kan läsa planering och rapporter, och byta leverantör.',
    }),
    on('Mohammad Rezai', c.workday(4, 12), { last: { log: 'offPlan' } }),
    on('Hodan Abdi', c.workday(3, 3), { last: { log: 'partial' } }),
    on('Ibrahim Saleh', c.workday(3, 17), { last: { log: 'noMeeting' } }),
    on('Zahra Rahimi', c.workday(4, 20), { last: { log: 'nothing' } }),
    on('Kent Nordin', c.workday(8, 6), {
      periods: 2,
      outcome: studies(c),
      description: 'Är inne i sin andra period.',
    }),
    on('Lars-Erik Holm', c.workday(4, 8), { before: { log: 'full', review: 'returned' } }),
    on('Rahel Tesfaye', c.workday(3, 10), { last: { log: 'full', draft: 'rounded' } }),
    on('Ahmed Darwish', c.workday(3, 21), { last: { log: 'remote' } }),
    on('Susanne Bergqvist', c.workday(4, 15), { before: { log: 'full', review: 'rejected' } }),
    on('Stefan Malm', c.workday(4, 11), {
      protected: true,
      description: 'Har skyddade personuppgifter: syns bara för dem som är utsedda.',
    }),
    on('Yusuf Osman', c.workday(2, 4)),
    on('Elin Sandgren', c.workday(1, 12)),
    on('Ilir Gashi', c.workday(2, 18), { last: { log: 'nothing', draft: 'sick' } }),
    on('Karwan Ali', c.workdaysAgo(9), { plan: 'missing' }),
    on('Ewa Nowak', c.workdaysAgo(3), { plan: 'missing', coach: null }),
    on('Wei Chen', c.workday(3, 6), { last: { log: 'full', draft: 'rounded' } }),
    on('Goran Petrović', c.workday(3, 8), {
      step: { kind: 'switch', office: 'bjorkangenVasteras', on: c.workdaysAgo(1), reason: 'heardGood' },
      description: 'Har bestämt sig för att byta leverantör; bytet kan fortfarande ångras.',
    }),
    on('Marta Silva', c.workday(5, 7), {
      end: [c.workday(1, 9), 'outcome'],
      outcome: newJob(c),
      description: 'Har fått arbete och lämnat insatsen.',
    }),
    on('Piotr Zieliński', c.workday(5, 10), {
      switchedTo: { office: 'bjorkangenVasteras', on: c.workday(2, 14), coach: 'elif-demir' },
      description: 'Har bytt leverantör.',
    }),
    on('Omar Khalil', c.workday(7, 4), { end: [c.workday(5, 3), 'outcome'], outcome: lastingJob(c) }),
  ];
}

function tallmoElsewhere(c: StoryCalendar): readonly Told[] {
  const koping = at('tallmoKoping');
  const karlskrona = at('tallmoKarlskrona');
  return [
    koping('Kateryna Bondarenko', c.workday(4, 6)),
    koping('Mai-Britt Sjölund', c.workday(3, 13), { last: { log: 'partial' } }),
    koping('Dawit Mengistu', c.workday(3, 4), { last: { log: 'nothing' } }),
    koping('Sirkka Mäkelä', c.workday(7, 20), { periods: 2, plan: 'redone', outcome: partTimeJob(c) }),
    koping('Jonas Hedlund', c.workdaysAgo(2), { plan: 'missing' }),
    karlskrona('Mikael Åberg', c.workday(4, 4), { before: { log: 'full', review: 'taken' } }),
    karlskrona('Amal Haddad', c.workday(4, 18), { before: { log: 'noMeeting', review: 'late' } }),
    karlskrona('Samuel Okafor', c.workday(3, 12), { before: { log: 'partial', review: 'overdue' } }),
    karlskrona('Narges Ahmadi', c.workday(3, 19), { last: { log: 'offPlan' } }),
    karlskrona('Viktor Popescu', c.workday(3, 5), { last: { log: 'partial' } }),
    karlskrona('Johanna Ekdahl', c.workday(2, 9), { last: { log: 'full', draft: 'rounded' } }),
    karlskrona('Robert Engström', c.workday(5, 5), { end: [c.workday(2, 20), 'interruption'] }),
    karlskrona('Asha Farah', c.workdaysAgo(1), { plan: 'missing', coach: null }),
    karlskrona('Layla Aziz', c.workday(4, 14), {
      switchedTo: { office: 'nastaKlivKarlskrona', on: c.workday(2, 7), coach: 'rahel-tekle' },
    }),
  ];
}

/** Sends in early: the month that is to be reported is with the reviewers. */
function bjorkangen(c: StoryCalendar): readonly Told[] {
  const vasteras = at('bjorkangenVasteras');
  const umea = at('bjorkangenUmea');
  const sent = { log: 'full', review: 'waiting' } as const;
  return [
    vasteras('Habib Noori', c.workday(4, 7), { last: sent }),
    vasteras('Reza Moradi', c.workday(4, 21), { last: { log: 'noMeeting', review: 'waiting' } }),
    vasteras('Yordanos Haile', c.workday(3, 7), { last: { log: 'full', review: 'taken' } }),
    vasteras('Pranee Suwan', c.workday(3, 20), { last: { log: 'partial', review: 'waiting' } }),
    vasteras('Filmon Kidane', c.workday(2, 6), {
      last: { log: 'nothing', draft: 'sick', review: 'waiting' },
    }),
    vasteras('Nadia Rezai', c.workday(2, 19), { last: sent }),
    vasteras('Rikard Wallin', c.workday(4, 10), {
      last: sent,
      before: { log: 'remote', review: 'returned' },
    }),
    vasteras('Gulistan Yildiz', c.workdaysAgo(6), {}),
    umea('Issa Niia', c.workday(4, 13), { last: sent }),
    umea('Ingrid Stålnacke', c.workday(3, 11), { last: { log: 'remote', review: 'waiting' } }),
    umea('Emil Sandström', c.workday(3, 18), { last: sent }),
    umea('Bashir Jama', c.workday(2, 12), { last: { log: 'full', review: 'taken' } }),
  ];
}

function others(c: StoryCalendar): readonly Told[] {
  const malarsteg = at('malarsteg');
  const karlskrona = at('nastaKlivKarlskrona');
  const umea = at('nastaKlivUmea');
  return [
    malarsteg('Birgit Holmgren', c.workday(4, 9)),
    malarsteg('Tomas Öberg', c.workday(3, 14), { last: { log: 'partial' } }),
    malarsteg('Mehmet Kaya', c.workday(3, 6), { last: { log: 'offPlan' } }),
    malarsteg('Anna-Karin Lindström', c.workday(2, 17), { last: { log: 'nothing' } }),
    karlskrona('Mirela Hodžić', c.workday(4, 5)),
    karlskrona('Liljana Krasniqi', c.workday(3, 9)),
    karlskrona('Hamid Karimi', c.workday(3, 19), { last: { log: 'partial' } }),
    karlskrona('Azad Demirtaş', c.workday(2, 13), { last: { log: 'nothing' } }),
    umea('Pekka Laine', c.workday(4, 19)),
    umea('Juho Virtanen', c.workday(7, 9), {
      periods: 2,
      outcome: rejectedJob(c),
      description: 'Är inne i sin andra period. Planeringen ska göras om.',
    }),
    umea('Rosa Castillo', addDays(c.workday(1, 6), -PERIOD_DAYS), {
      end: [c.workday(1, 6), 'completed'],
    }),
  ];
}

type Waiting = {
  readonly name: string;
  readonly area: Area;
  readonly place: string;
  readonly arrived: PlainDate;
  readonly chose?: { readonly office: OfficeKey; readonly on: PlainDate };
  readonly description: string;
};

function waits(name: string, area: Area, place: string, arrived: PlainDate, description: string): Waiting {
  return { name, area, place, arrived, description };
}

/** Those who have a decision: with time left, on the last day, too late; and two who have just chosen. */
function undecided(c: StoryCalendar): readonly Waiting[] {
  const fatima = waits(
    'Fatima Al-Sayed',
    'Västerås',
    'Västerås',
    c.workdaysAgo(3),
    'Valde leverantör i går och väntar på att börja.',
  );
  const elias = waits('Elias Nyberg', 'Umeå', 'Vännäs', c.workdaysAgo(4), 'Valde leverantör i går.');
  return [
    waits(
      'Abdi Hassan',
      'Västerås',
      'Västerås',
      c.workdaysAgo(0),
      'Fick sitt beslut i dag och har fem arbetsdagar på sig att välja.',
    ),
    waits(
      'Andriy Shevchuk',
      'Västerås',
      'Sala',
      c.workdaysAgo(2),
      'Har några dagar kvar att välja leverantör.',
    ),
    waits(
      'Oskar Lindahl',
      'Blekinge',
      'Ronneby',
      c.workdaysAgo(1),
      'Har nyss fått sitt beslut och väljer i Blekinge.',
    ),
    waits('Linnea Fjällborg', 'Umeå', 'Umeå', c.workdaysAgo(5), 'Har nästan ingen tid kvar att välja.'),
    waits(
      'Farid Ahmadi',
      'Västerås',
      'Hallstahammar',
      c.workdaysAgo(8),
      'Valde inte i tid; kan fortfarande välja tills någon har utsetts.',
    ),
    { ...fatima, chose: { office: 'tallmoVasteras', on: c.workdaysAgo(1) } },
    { ...elias, chose: { office: 'bjorkangenUmea', on: c.workdaysAgo(1) } },
  ];
}

function tellWaiting(told: Waiting, index: number): ParticipantStory {
  castMember(told.name);
  const { name, area, place, arrived, chose, description } = told;
  const from = addDays(arrived, 21);
  return {
    name,
    area,
    place,
    level: (['B', 'C', 'A'] as const)[index % 3] ?? 'B',
    agreement: 'rom2-exempel-1',
    arrived,
    stays: [],
    waiting: { reference: referenceOf(index, 1), from, to: addDays(from, PERIOD_DAYS) },
    step: chose === undefined ? null : { kind: 'choose', ...chose },
    protected: false,
    description,
  };
}
