import { ACTIVITY_CODES, type ActivityCode, MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { EndReason } from '#lib/domain/compensation/types.ts';
import { castMember } from '#prisma/seed/demo/cast.ts';
import { officeOf, type OfficeKey } from '#prisma/seed/demo/firms.ts';
import { PERIOD_DAYS, type StoryCalendar } from '#prisma/seed/demo/story/calendar.ts';
import type {
  MonthStory,
  OutcomeStory,
  ParticipantStory,
  PortalStep,
  Stay,
} from '#prisma/seed/demo/story/participant-story.ts';
import { type Month, monthOf } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** What is said of a participant who has a provider; everything else follows. */
export type Told = {
  readonly name: string;
  readonly office: OfficeKey;
  readonly from: PlainDate;
  readonly place?: string;
  readonly coach?: string | null;
  /** `redone`: made anew when the second period began. */
  readonly plan?: 'made' | 'missing' | 'redone';
  readonly periods?: 1 | 2;
  readonly end?: readonly [PlainDate, EndReason];
  readonly outcome?: OutcomeStory;
  /** The month that is to be reported, and the one before it, where they differ from all being in order. */
  readonly last?: MonthStory;
  readonly before?: MonthStory;
  readonly switchedTo?: { readonly office: OfficeKey; readonly on: PlainDate; readonly coach: string };
  readonly step?: PortalStep;
  readonly protected?: true;
  readonly description?: string;
};

/** Who coaches at each office. */
const COACHES: Readonly<Record<OfficeKey, string>> = {
  tallmoVasteras: 'amina-warsame',
  tallmoKoping: 'tesfay-gebre',
  tallmoKarlskrona: 'johan-lindqvist',
  bjorkangenVasteras: 'elif-demir',
  bjorkangenUmea: 'li-wei',
  malarsteg: 'peter-akesson',
  nastaKlivKarlskrona: 'rahel-tekle',
  nastaKlivUmea: 'rahel-tekle',
};

const GOALS = [
  { aim: 'work', field: 'lager och logistik', goal: 'Ett heltidsjobb på lager, helst nära hemmet' },
  { aim: 'work', field: 'vård och omsorg', goal: 'Anställning som undersköterska eller vårdbiträde' },
  { aim: 'work', field: 'hotell och restaurang', goal: 'Arbete i kök, först som biträde och sedan som kock' },
  { aim: 'studies', field: 'el och teknik', goal: 'Yrkesutbildning till elektriker' },
  { aim: 'work', field: 'lokalvård', goal: 'En fast tjänst, gärna på dagtid' },
  { aim: 'work', field: 'industri', goal: 'Anställning som montör eller maskinoperatör' },
  { aim: 'both', field: 'barn och skola', goal: 'Studier på komvux och därefter arbete med barn' },
  { aim: 'work', field: 'handel och kundtjänst', goal: 'Arbete i butik eller på ett kontaktcenter' },
] as const;

/** The participant of a story; `index` is its place in it, from which all that is chosen at random follows. */
export function tell(calendar: StoryCalendar, told: Told, index: number): ParticipantStory {
  const { contract, office } = officeOf(told.office);
  const person = castMember(told.name);
  const planned = periodsOf(told.from, told.periods ?? 1, index);
  const months = new Map<Month, MonthStory>();
  if (told.last !== undefined) months.set(calendar.month(1), told.last);
  if (told.before !== undefined) months.set(calendar.month(2), told.before);
  const first: Stay = {
    office: told.office,
    choice: index % 4 === 3 ? 'proximity' : 'active',
    periods: planned,
    end: told.switchedTo?.on ?? told.end?.[0] ?? null,
    endReason: told.switchedTo === undefined ? (told.end?.[1] ?? null) : 'switch',
    coach: told.coach === undefined ? COACHES[told.office] : told.coach,
    plan: told.plan === 'missing' ? null : planOf(told.from, index, person.needsLanguageSupport),
    redonePlanFrom: told.plan === 'redone' ? (planned[1]?.from ?? null) : null,
    months,
    outcome: told.outcome ?? null,
  };
  const second = told.switchedTo === undefined ? [] : [afterSwitch(first, told.switchedTo, index)];
  return {
    name: told.name,
    area: contract.area,
    place: told.place ?? office.place,
    level: (['B', 'C', 'A', 'C', 'B', 'C'] as const)[index % 6] ?? 'B',
    agreement: 'rom2-exempel-1',
    arrived: addDays(told.from, -9),
    stays: [first, ...second],
    waiting: null,
    step: told.step ?? null,
    protected: told.protected ?? false,
    description: told.description ?? null,
  };
}

function periodsOf(from: PlainDate, count: 1 | 2, index: number): Stay['periods'] {
  const first = {
    reference: referenceOf(index, 1),
    number: 1,
    from,
    to: addDays(from, PERIOD_DAYS),
  } as const;
  if (count === 1) return [first];
  return [
    first,
    { reference: referenceOf(index, 2), number: 2, from: first.to, to: addDays(first.to, PERIOD_DAYS) },
  ];
}

/** Nine digits that look like the authority's and are each participant's own. */
export function referenceOf(index: number, nth: number): string {
  return String(310_000_000 + (((index * 10 + nth) * 7_368_787) % 280_000_000));
}

/** The rest of the planned time, with another provider. */
function afterSwitch(
  stay: Stay,
  { office, on, coach }: NonNullable<Told['switchedTo']>,
  index: number,
): Stay {
  const [period] = stay.periods;
  if (period === undefined) throw new Error('A stay has a period');
  const plan = stay.plan === null ? null : { ...stay.plan, from: on };
  return {
    ...stay,
    office,
    choice: 'active',
    periods: [{ ...period, reference: referenceOf(index, 3), from: on }],
    end: null,
    endReason: null,
    coach,
    plan,
    outcome: null,
  };
}

/** The mandatory activities and a few more; who needs language support gets it. */
function planOf(from: PlainDate, index: number, needsLanguage: boolean): Stay['plan'] {
  const more: readonly ActivityCode[] = [
    'practicalSupport',
    'employerContacts',
    ...(needsLanguage ? (['languageSkills'] as const) : []),
    ...(index % 3 === 0 ? (['careerGuidance'] as const) : []),
    ...(index % 4 === 1 ? (['digitalSkills'] as const) : []),
    ...(index % 5 === 2 ? (['motivationalTalks'] as const) : []),
  ];
  const chosen = new Set([...MANDATORY_ACTIVITIES, ...more]);
  // Two days in, but never later than the first month's reports can do with.
  const third = addDays(from, 2);
  return {
    from: monthOf(third) === monthOf(from) ? third : from,
    ...(GOALS[index % GOALS.length] ?? GOALS[0]),
    activities: ACTIVITY_CODES.filter((code) => chosen.has(code)),
  };
}
