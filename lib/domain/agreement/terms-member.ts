import type { Terms, WeightedFlag } from '#lib/domain/terms/terms.ts';

/** What a number of the terms counts. */
export type TermsUnit =
  | 'dayOfMonth'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'workdays'
  | 'months'
  | 'participants'
  | 'number'
  | 'seconds'
  | 'permille'
  | 'kilometres';

export type TermsMember = {
  readonly words: string;
  readonly unit: TermsUnit;
  readonly min: number;
  readonly max: number;
  /** What it governs, in the form and in the list of what changes. */
  readonly group: 'report' | 'review' | 'choice' | 'support' | 'statement';
};

type Plain = Exclude<keyof Terms, 'leastSupportMinutesPerWeek' | 'flagWeightPermille' | 'movedDueDays'>;

function member(
  group: TermsMember['group'],
  words: string,
  unit: TermsUnit,
  min: number,
  max: number,
): TermsMember {
  return { words, unit, min, max, group };
}

/** Every plain member of the terms with its bounds; one that the terms get and that lacks words here does not compile. */
const PLAIN: Readonly<Record<Plain, TermsMember>> = {
  reportDueDay: member('report', 'Månadens rapport ska vara inne, dag i nästa månad', 'dayOfMonth', 1, 28),
  leastOutageMinutes: member(
    'report',
    'Sista dagen flyttas när portalen har legat nere i',
    'minutes',
    1,
    1440,
  ),
  minuteStep: member('report', 'Minsta tidsenhet', 'minutes', 1, 60),
  reviewDays: member('report', 'En rapport avgörs inom', 'days', 1, 365),
  choiceWorkdays: member('choice', 'Deltagaren har på sig att välja', 'workdays', 1, 60),
  switchWorkdays: member('choice', 'Ett byte gäller tidigast efter', 'workdays', 0, 60),
  choiceReminderWorkdays: member('choice', 'Den som inte har valt påminns efter', 'workdays', 1, 60),
  choiceLastReminderWorkdays: member(
    'choice',
    'Den som inte har valt påminns sista gången efter',
    'workdays',
    1,
    60,
  ),
  reachKilometres: member('choice', 'En lokal är utom räckhåll längre bort än', 'kilometres', 1, 1000),
  planDays: member('support', 'Gemensam planering inom', 'days', 1, 90),
  onSitePermille: member('support', 'Minst så mycket av stödet på plats', 'permille', 0, 1000),
  mostSupportMinutesPerDay: member('support', 'Mest stöd på en dag', 'minutes', 1, 1440),
  otherActorMonths: member('support', 'Längsta insats hos annan aktör', 'months', 0, 24),
  meetingDays: member('support', 'Individuellt möte minst var', 'days', 1, 90),
  onSiteMeetingDays: member('support', 'Individuellt möte på plats minst var', 'days', 1, 180),
  participantsPerCoach: member('support', 'Flest deltagare per handledare på heltid', 'participants', 1, 500),
  premisesHoursPerDay: member('support', 'Lokalen är öppen om dagen minst', 'hours', 0, 24),
  premisesDaysPerWeek: member('support', 'Lokalen är öppen i veckan minst', 'days', 0, 7),
  completionWorkdays: member(
    'report',
    'En handling som kommit tillbaka ska kompletteras inom',
    'workdays',
    1,
    60,
  ),
  finalReportWorkdays: member(
    'report',
    'Slutredovisning efter att placeringen slutat inom',
    'workdays',
    1,
    60,
  ),
  extensionLeadDays: member('report', 'Underlag för förlängning före periodens slut', 'days', 1, 120),
  periodDays: member('choice', 'En förlängning ger en period på', 'days', 1, 366),
  statementAcceptWorkdays: member('statement', 'Leverantören svarar på ett underlag inom', 'workdays', 1, 60),
  payDay: member('statement', 'Utbetalning, dag i månaden', 'dayOfMonth', 1, 28),
  payLeadWorkdays: member('statement', 'Underlaget ska vara godkänt före utbetalningen', 'workdays', 0, 30),
  bankWaitWorkdays: member('statement', 'Väntan innan ett nytt bankkonto används', 'workdays', 0, 30),
  claimDueDays: member('statement', 'Ett återkrav ska betalas inom', 'days', 1, 365),
  riskThreshold: member('review', 'En person granskar från risken', 'number', 1, 100),
  automaticPermille: member('review', 'Så stor andel ska godkännas automatiskt', 'permille', 0, 1000),
  samplePermille: member('review', 'Stickprovets andel', 'permille', 0, 1000),
  sampleNewPermille: member('review', 'Stickprovets andel för ett nytt avtal', 'permille', 0, 1000),
  sampleNewMonths: member('review', 'Ett avtal är nytt i', 'months', 0, 60),
  sampleFindingPermille: member('review', 'Stickprovets andel efter fel', 'permille', 0, 1000),
  sampleFindingMonths: member('review', 'Fler i stickprovet efter fel i', 'months', 0, 60),
  sampleMinPerStratum: member('review', 'Minst så många i stickprovet per område och nivå', 'number', 0, 100),
  replyWorkdays: member('review', 'Leverantören kan svara innan ett avslag gäller inom', 'workdays', 1, 60),
  deemedApprovalDays: member('review', 'En rapport räknas som godkänd efter (0: aldrig)', 'days', 0, 365),
  mostCoachMinutesPerDay: member('review', 'Mest stöd av en handledare på en dag', 'minutes', 1, 1440),
  copiedHoursOthers: member('review', 'Lika timmar: minst så många andra', 'number', 1, 100),
  copiedTextPermille: member('review', 'Lika texter: minst så lika', 'permille', 1, 1000),
  unlikelyLevelTenths: member('review', 'Ovanliga timmar för nivån: tiondelar av z', 'number', 10, 200),
  distanceOnlyMonths: member('review', 'Ingenting på plats i minst', 'months', 1, 24),
  readSecondsPerReport: member('review', 'En rapport läses på minst', 'seconds', 0, 600),
  readLeastReports: member('review', 'Läsningen prövas från så många rapporter', 'number', 2, 1000),
};

/** What each flag is called where its weight is set. */
const FLAGS: Readonly<Record<WeightedFlag, string>> = {
  BELOW_MINIMUM: 'för lite stöd',
  TOO_LITTLE_ON_SITE: 'för lite på plats',
  LATE: 'sen rapport',
  MEETING_INTERVAL: 'för långt mellan möten',
  COPIED_HOURS: 'lika timmar',
  COPIED_TEXT: 'lika texter',
  UNLIKELY_LEVEL: 'ovanliga timmar för nivån',
  COACH_OVERLOAD: 'för många deltagare per handledare',
  DISTANCE_ONLY: 'ingenting på plats',
  RUSHED_BATCH: 'intygat fortare än det går att läsa',
};

/** All members by their path in the document, in the order of the form. */
export const TERMS_MEMBERS: Readonly<Record<string, TermsMember>> = {
  ...PLAIN,
  'leastSupportMinutesPerWeek.firstPeriod': member(
    'support',
    'Minsta stöd i veckan, månad 1–6',
    'minutes',
    0,
    2400,
  ),
  'leastSupportMinutesPerWeek.secondPeriod': member(
    'support',
    'Minsta stöd i veckan, månad 7–12',
    'minutes',
    0,
    2400,
  ),
  ...Object.fromEntries(
    Object.entries(FLAGS).map(([code, words]) => [
      `flagWeightPermille.${code}`,
      member('review', `Vikt i risken: ${words}`, 'permille', 0, 1000),
    ]),
  ),
};
