import { FLAG_WEIGHTS, type Terms } from '#lib/domain/terms/terms.ts';
import type { ProblemLocale, Text } from '#lib/shared/problem.ts';

/** The checks that let a report, an outcome or a document in and say something of it: what people judge (review section 1). */
export const JUDGED_CHECKS = [
  'MANDATORY_MISSING',
  'ABSENT_BUT_ACTIVE',
  'PARTICIPANT_DISPUTES',
  'RELATED_EMPLOYER',
  'EMPLOYED_BEFORE',
  'BELOW_MINIMUM',
  'TOO_LITTLE_ON_SITE',
  'MEETING_INTERVAL',
  'COPIED_HOURS',
  'COPIED_TEXT',
  'UNLIKELY_LEVEL',
  'COACH_OVERLOAD',
  'DISTANCE_ONLY',
  'LATE',
  'RUSHED_BATCH',
] as const;
export type JudgedCheck = (typeof JUDGED_CHECKS)[number];

export function isJudgedCheck(code: string): code is JudgedCheck {
  return JUDGED_CHECKS.some((one) => one === code);
}

type Described = {
  readonly severity: 'hold' | 'flag';
  readonly of: 'report' | 'outcome' | 'document';
  readonly name: Text;
  readonly finds: Text;
  /** The setting that the check goes by, in words; left out where nothing is set. */
  readonly setting?: (terms: Terms) => Text;
};

const both = (sv: string, en: string): Text => ({ sv, en });
const percent = (permille: number): string => String(permille / 10).replace('.', ',');

/** Each check's name, what it looks for and the setting it goes by. */
export const CHECK_CATALOGUE: Readonly<Record<JudgedCheck, Described>> = {
  MANDATORY_MISSING: {
    severity: 'hold',
    of: 'report',
    name: both('Individuellt möte saknas', 'No individual meeting'),
    finds: both('Inget individuellt möte i månaden.', 'No individual meeting in the month.'),
  },
  ABSENT_BUT_ACTIVE: {
    severity: 'hold',
    of: 'report',
    name: both('Frånvarande men aktiv', 'Absent but active'),
    finds: both('Aktiviteter på dagar med frånvaro hela dagen.', 'Activities on days of whole absence.'),
  },
  PARTICIPANT_DISPUTES: {
    severity: 'hold',
    of: 'report',
    name: both('Deltagaren säger emot', 'The participant disputes'),
    finds: both(
      'Deltagaren säger att en aktivitet inte ägde rum.',
      'The participant says that an activity did not take place.',
    ),
  },
  RELATED_EMPLOYER: {
    severity: 'hold',
    of: 'outcome',
    name: both('Närstående arbetsgivare', 'Related employer'),
    finds: both(
      'Resultat hos leverantören själv eller ett närstående företag.',
      'An outcome at the provider itself or a related company.',
    ),
  },
  EMPLOYED_BEFORE: {
    severity: 'hold',
    of: 'outcome',
    name: both('Anställd där förut', 'Employed there before'),
    finds: both(
      'Arbete hos en tidigare arbetsgivare, eller som började inom sju dagar från placeringen.',
      'Work at an earlier employer, or begun within seven days of the placement.',
    ),
  },
  BELOW_MINIMUM: {
    severity: 'flag',
    of: 'report',
    name: both('För lite stöd', 'Too little support'),
    finds: both('Mindre stöd än avtalet kräver.', 'Less support than the contract asks for.'),
    setting: ({ leastSupportMinutesPerWeek: { firstPeriod, secondPeriod } }) =>
      both(
        `minst ${firstPeriod} minuter i veckan, ${secondPeriod} i andra perioden`,
        `at least ${firstPeriod} minutes a week, ${secondPeriod} in the second period`,
      ),
  },
  TOO_LITTLE_ON_SITE: {
    severity: 'flag',
    of: 'report',
    name: both('För lite på plats', 'Too little on site'),
    finds: both(
      'Mindre av stödet på plats än avtalet kräver.',
      'Less of the support on site than the contract asks for.',
    ),
    setting: ({ onSitePermille }) =>
      both(`minst ${percent(onSitePermille)} procent`, `at least ${onSitePermille / 10} per cent`),
  },
  MEETING_INTERVAL: {
    severity: 'flag',
    of: 'report',
    name: both('För långt mellan möten', 'Too long between meetings'),
    finds: both('För många dagar från ett möte till nästa.', 'Too many days from one meeting to the next.'),
    setting: ({ meetingDays, onSiteMeetingDays }) =>
      both(
        `högst ${meetingDays} dagar, på plats ${onSiteMeetingDays}`,
        `at most ${meetingDays} days, on site ${onSiteMeetingDays}`,
      ),
  },
  COPIED_HOURS: {
    severity: 'flag',
    of: 'report',
    name: both('Samma tider som andra', 'The same hours as others'),
    finds: both(
      'Samma aktiviteter och tider som flera andra på kontoret den månaden.',
      'The same activities and hours as several others at the office that month.',
    ),
    setting: ({ copiedHoursOthers }) =>
      both(`minst ${copiedHoursOthers} andra`, `at least ${copiedHoursOthers} others`),
  },
  COPIED_TEXT: {
    severity: 'flag',
    of: 'document',
    name: both('Samma text som andra', 'The same text as others'),
    finds: both(
      'Nästan samma text i handlingar om andra deltagare hos leverantören.',
      'Nearly the same text in documents about other participants at the provider.',
    ),
    setting: ({ copiedTextPermille }) =>
      both(
        `minst ${percent(copiedTextPermille)} procent lika`,
        `at least ${copiedTextPermille / 10} per cent alike`,
      ),
  },
  UNLIKELY_LEVEL: {
    severity: 'flag',
    of: 'report',
    name: both('Osannolikt många timmar', 'Unlikely hours'),
    finds: both('Timmar långt från det vanliga för nivån.', 'Hours far from what is usual for the level.'),
    setting: ({ unlikelyLevelTenths }) =>
      both(
        `robust z minst ${String(unlikelyLevelTenths / 10).replace('.', ',')}`,
        `robust z at least ${unlikelyLevelTenths / 10}`,
      ),
  },
  COACH_OVERLOAD: {
    severity: 'flag',
    of: 'report',
    name: both('Handledaren har för många', 'The coach has too many'),
    finds: both(
      'Fler deltagare per handledare än avtalet tillåter.',
      'More participants for each coach than the contract allows.',
    ),
    setting: ({ participantsPerCoach }) =>
      both(`högst ${participantsPerCoach} deltagare`, `at most ${participantsPerCoach} participants`),
  },
  DISTANCE_ONLY: {
    severity: 'flag',
    of: 'report',
    name: both('Bara på distans', 'At a distance only'),
    finds: both('Flera månader i rad utan något på plats.', 'Several months in a row with nothing on site.'),
    setting: ({ distanceOnlyMonths }) =>
      both(`minst ${distanceOnlyMonths} månader`, `at least ${distanceOnlyMonths} months`),
  },
  LATE: {
    severity: 'flag',
    of: 'report',
    name: both('För sen', 'Late'),
    finds: both('Inskickad efter sista dagen.', 'Sent after the last day.'),
    setting: ({ reportDueDay }) =>
      both(`dag ${reportDueDay} i nästa månad`, `day ${reportDueDay} of the next month`),
  },
  RUSHED_BATCH: {
    severity: 'flag',
    of: 'report',
    name: both('Intygad för fort', 'Attested too fast'),
    finds: both(
      'Fler rapporter intygade än som hinner läsas.',
      'More reports attested than can be read in the time.',
    ),
    setting: ({ readSecondsPerReport, readLeastReports }) =>
      both(
        `${readSecondsPerReport} sekunder per rapport, från ${readLeastReports} rapporter`,
        `${readSecondsPerReport} seconds a report, from ${readLeastReports} reports`,
      ),
  },
};

/** A flag's weight in the risk, per mille; null for what needs a person whatever it weighs. */
export function weightOf(
  code: JudgedCheck,
  { flagWeightPermille }: Pick<Terms, 'flagWeightPermille'>,
): number | null {
  if (CHECK_CATALOGUE[code].severity === 'hold') return null;
  const weights: Readonly<Record<string, number>> = { ...FLAG_WEIGHTS, ...flagWeightPermille };
  return weights[code] ?? 0;
}

/** The check's setting in words, or null where nothing is set. */
export function settingOf(code: JudgedCheck, terms: Terms, locale: ProblemLocale): string | null {
  return CHECK_CATALOGUE[code].setting?.(terms)[locale] ?? null;
}
