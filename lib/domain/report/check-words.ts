import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import type { CheckCode, CheckFacts, Finding } from '#lib/domain/report/check.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { Words } from '#lib/domain/report/row-fault.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { monthsInWords } from '#lib/domain/report/months-in-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Both = Readonly<Record<ProblemLocale, readonly [message: string, fix: string]>>;

const STATUSES: Readonly<Record<CurrentStatus, Readonly<Record<ProblemLocale, string>>>> = {
  submitted: { sv: 'inskickad', en: 'submitted' },
  inReview: { sv: 'under granskning', en: 'in review' },
  approved: { sv: 'godkänd', en: 'approved' },
  returned: { sv: 'återlämnad', en: 'returned' },
  rejected: { sv: 'avslagen', en: 'rejected' },
};

const CORRECT = {
  sv: 'Är något i den fel? Rätta rapporten i portalen, på deltagarens sida för månaden.',
  en: 'Is something in it wrong? Correct the report in the portal, on the participant’s page for the month.',
};

/** What to do about a report that is there already. */
const DUPLICATE_FIX: Readonly<Record<CurrentStatus, Readonly<Record<ProblemLocale, string>>>> = {
  submitted: {
    sv: 'Ta tillbaka den eller rätta den om den är fel, i portalen på deltagarens sida för månaden.',
    en: 'Withdraw it or correct it if it is wrong, in the portal on the participant’s page for the month.',
  },
  inReview: CORRECT,
  approved: CORRECT,
  returned: {
    sv: 'Komplettera den och skicka den igen.',
    en: 'Complete it and send it again.',
  },
  rejected: {
    sv: 'Be granskaren om omprövning om beslutet är fel.',
    en: 'Ask the reviewer for reconsideration if the decision is wrong.',
  },
};

const SENTENCES: { readonly [Code in CheckCode]: (facts: CheckFacts[Code]) => Both } = {
  REPORT_EMPTY: ({ month, absent }) => ({
    sv: [
      `Det finns inget att rapportera för ${formatMonth(month)}.`,
      absent === undefined
        ? 'Fyll i minuter, eller ange varför deltagaren inte deltog i något.'
        : `Deltagaren är anmäld frånvarande ${absent.days === 1 ? 'en hel dag' : `${absent.days} hela dagar`}, oftast ”${absenceReasonName(absent.reason)}”. Ange det som orsak om deltagaren inte deltog i något, eller fyll i minuter.`,
    ],
    en: [
      `There is nothing to report for ${formatMonth(month, 'en')}.`,
      absent === undefined
        ? 'Fill in minutes, or say why the participant took part in nothing.'
        : `The participant is reported absent for ${absent.days} whole ${absent.days === 1 ? 'day' : 'days'}, mostly “${absenceReasonName(absent.reason, 'en')}”. Give that as the reason if they took part in nothing, or fill in minutes.`,
    ],
  }),
  PLAN_MISSING: ({ month }) => ({
    sv: [
      `Det fanns ingen gemensam planering i ${formatMonth(month)}.`,
      'Gör planeringen först. Bara planerade aktiviteter kan rapporteras.',
    ],
    en: [
      `There was no joint plan in ${formatMonth(month, 'en')}.`,
      'Make the plan first. Only planned activities can be reported.',
    ],
  }),
  ACTIVITY_NOT_PLANNED: ({ activity }) => ({
    sv: [
      `${activityName(activity)} står inte i deltagarens planering.`,
      'Lägg till aktiviteten i planeringen, eller ta bort raden.',
    ],
    en: [
      `${activityName(activity, 'en')} is not in the participant’s plan.`,
      'Add the activity to the plan, or remove the row.',
    ],
  }),
  MONTH_OPEN: ({ month, opensOn }) => ({
    sv: [
      `${capitalFirst(formatMonth(month))} är inte slut.`,
      `Skicka in från och med ${formatDate(opensOn)}.`,
    ],
    en: [`${formatMonth(month, 'en')} is not over.`, `Send it on ${formatDate(opensOn, 'en')} or later.`],
  }),
  OUTSIDE_PLACEMENT: ({ month, from, to }) => ({
    sv: [
      `Deltagaren var inte placerad hos er någon dag i ${formatMonth(month)}.`,
      `Placeringen gäller ${formatDate(from)}–${formatDate(addDays(to, -1))}. Kontrollera månaden.`,
    ],
    en: [
      `The participant was not placed with you on any day of ${formatMonth(month, 'en')}.`,
      `The placement is ${formatDate(from, 'en')}–${formatDate(addDays(to, -1), 'en')}. Check the month.`,
    ],
  }),
  DUPLICATE_REPORT: ({ month, status }) => ({
    sv: [
      `Det finns redan en rapport för ${formatMonth(month)}, och den är ${STATUSES[status].sv}.`,
      DUPLICATE_FIX[status].sv,
    ],
    en: [
      `There is a report for ${formatMonth(month, 'en')} already, and it is ${STATUSES[status].en}.`,
      DUPLICATE_FIX[status].en,
    ],
  }),
  IMPOSSIBLE_TIME: (facts) => (facts.coach === true ? coachsDay(facts) : tooMuchSupport(facts)),
  OTHER_ACTOR_TOO_LONG: ({ months, most }) => ({
    sv: [
      `Det här blir månad ${months} med insats hos annan aktör. Den får pågå i högst ${most} månader.`,
      'Ta bort raden.',
    ],
    en: [
      `This would be month ${months} with a measure at another actor. It may go on for at most ${most} months.`,
      'Remove the row.',
    ],
  }),
  MANDATORY_MISSING: ({ month }) => ({
    sv: [
      `Inget individuellt möte i ${formatMonth(month)}.`,
      'Lägg till mötet om det har ägt rum. Annars granskas rapporten av en person.',
    ],
    en: [
      `No individual meeting in ${formatMonth(month, 'en')}.`,
      'Add the meeting if it took place. Otherwise a person will review the report.',
    ],
  }),
  ABSENT_BUT_ACTIVE: ({ first, days, minutes }) => ({
    sv: [
      `I loggen står ${formatHours(minutes)} på ${days === 1 ? formatDate(first) : `${days} dagar från ${formatDate(first)}`}, då deltagaren är anmäld frånvarande hela tiden.`,
      'Rätta loggen eller avvikelserapporten. Annars granskas rapporten av en person.',
    ],
    en: [
      `The log holds ${formatHours(minutes, 'en')} on ${days === 1 ? formatDate(first, 'en') : `${days} days from ${formatDate(first, 'en')}`}, when the participant is reported absent the whole time.`,
      'Correct the log or the deviation report. Otherwise a person will review the report.',
    ],
  }),
  PARTICIPANT_DISPUTES: ({ disputed, activity, date, takenBackOn }) =>
    takenBackOn === undefined
      ? {
          sv: [
            `Deltagaren säger att ${disputed === 1 ? 'en aktivitet' : `${disputed} aktiviteter`} inte stämmer: ${disputed === 1 ? '' : 'först '}${activityName(activity)}${date === null ? '' : ` den ${formatDate(date)}`}.`,
            'Prata med deltagaren, och rätta om ni är överens. Annars granskas rapporten av en person.',
          ],
          en: [
            `The participant says that ${disputed === 1 ? 'one activity is' : `${disputed} activities are`} not right: ${disputed === 1 ? '' : 'first '}${activityName(activity, 'en')}${date === null ? '' : ` on ${formatDate(date, 'en')}`}.`,
            'Talk to the participant, and correct it if you agree. Otherwise a person will review the report.',
          ],
        }
      : {
          sv: [
            `Deltagaren sa att en aktivitet inte stämmer (${activityName(activity)}${date === null ? '' : ` den ${formatDate(date)}`}), och tog tillbaka det den ${formatDate(takenBackOn)}.`,
            'En person granskar rapporten ändå.',
          ],
          en: [
            `The participant said that an activity is not right (${activityName(activity, 'en')}${date === null ? '' : ` on ${formatDate(date, 'en')}`}), and took it back on ${formatDate(takenBackOn, 'en')}.`,
            'A person will review the report all the same.',
          ],
        },
  BELOW_MINIMUM: ({ minutes, least, serviceDays }) => ({
    sv: [
      `${formatHours(minutes)} stöd på ${serviceDays} dagar. Avtalet kräver minst ${formatHours(least)}.`,
      'Kontrollera att allt stöd är med.',
    ],
    en: [
      `${formatHours(minutes, 'en')} of support in ${serviceDays} days. The contract asks for at least ${formatHours(least, 'en')}.`,
      'Check that all support is there.',
    ],
  }),
  TOO_LITTLE_ON_SITE: ({ onSite, support, leastPermille }) => ({
    sv: [
      `${formatHours(onSite)} av ${formatHours(support)} stöd var på plats. Avtalet kräver minst ${percent(leastPermille)} procent.`,
      'Kontrollera att formen stämmer på varje rad.',
    ],
    en: [
      `${formatHours(onSite, 'en')} of ${formatHours(support, 'en')} of support was on site. The contract asks for at least ${percent(leastPermille)} per cent.`,
      'Check that the form is right on each row.',
    ],
  }),
  MEETING_INTERVAL: ({ after, days, most, onSite }) => ({
    sv: [
      `Det gick ${days} dagar utan individuellt möte${onSite ? ' på plats' : ''} från ${formatDate(after)}. Avtalet tillåter högst ${most}.`,
      'Kontrollera att alla möten är med, med rätt dag och form.',
    ],
    en: [
      `There were ${days} days without an individual meeting${onSite ? ' on site' : ''} from ${formatDate(after, 'en')}. The contract allows at most ${most}.`,
      'Check that all meetings are there, on the right day and in the right form.',
    ],
  }),
  DISTANCE_ONLY: ({ month, months }) => ({
    sv: [
      `Inget stöd var på plats ${monthsInWords(month, months, 'sv')}.`,
      'Kontrollera att formen stämmer på varje rad.',
    ],
    en: [
      `No support was on site ${monthsInWords(month, months, 'en')}.`,
      'Check that the form is right on each row.',
    ],
  }),
  UNLIKELY_LEVEL: ({ minutes, median, most }) => {
    const isMuch = minutes > most;
    return {
      sv: [
        `${formatHours(minutes)} stöd är ovanligt ${isMuch ? 'mycket' : 'lite'} för nivån, hos er och i leveransområdet. Ni brukar ge omkring ${formatHours(median)}.`,
        'Kontrollera minuterna.',
      ],
      en: [
        `${formatHours(minutes, 'en')} of support is unusually ${isMuch ? 'much' : 'little'} for the level, with you and in the delivery area. You usually give about ${formatHours(median, 'en')}.`,
        'Check the minutes.',
      ],
    };
  },
  COPIED_HOURS: ({ month, others, likely }) => ({
    sv: [
      `${others} andra deltagare hos er har exakt samma tider i ${formatMonth(month)}. ${likely === 0 ? 'Det sker sällan av en slump.' : `Upp till ${likely} kan vara en slump.`}`,
      'Kontrollera att tiderna är deltagarens egna.',
    ],
    en: [
      `${others} other participants of yours have exactly the same hours in ${formatMonth(month, 'en')}. ${likely === 0 ? 'That seldom happens by chance.' : `Up to ${likely} can be chance.`}`,
      'Check that the hours are the participant’s own.',
    ],
  }),
  COACH_OVERLOAD: ({ on, participants, most }) => ({
    sv: [
      `Handledaren hade ${participants} deltagare den ${formatDate(on)}. Avtalet tillåter högst ${most} på heltid.`,
      'Fördela deltagarna på fler handledare.',
    ],
    en: [
      `The coach had ${participants} participants on ${formatDate(on, 'en')}. The contract allows at most ${most} full time.`,
      'Share the participants between more coaches.',
    ],
  }),
  RUSHED_BATCH: ({ reports, seconds, least }) => ({
    sv: [
      `${reports} rapporter intygades på ${seconds} sekunder. Att läsa dem tar minst ${least} sekunder.`,
      'Läs igenom rapporterna innan du intygar.',
    ],
    en: [
      `${reports} reports were attested in ${seconds} seconds. To read them takes at least ${least} seconds.`,
      'Read the reports before you attest.',
    ],
  }),
  LATE: ({ submittedOn, dueOn }) => ({
    sv: [
      `Inskickad ${formatDate(submittedOn)}. Sista dag var ${formatDate(dueOn)}.`,
      'Skicka in så snart du kan.',
    ],
    en: [
      `Sent on ${formatDate(submittedOn, 'en')}. The last day was ${formatDate(dueOn, 'en')}.`,
      'Send it as soon as you can.',
    ],
  }),
};

function tooMuchSupport({ minutes, most, date, serviceDays }: CheckFacts['IMPOSSIBLE_TIME']): Both {
  return {
    sv: [
      date === null
        ? `${formatHours(minutes)} stöd på ${serviceDays} dagar är mer än vad som är möjligt.`
        : `${formatHours(minutes)} stöd den ${formatDate(date)} är mer än vad som är möjligt på en dag.`,
      `Rätta minuterna: högst ${formatHours(most)} ${date === null ? 'i månaden' : 'om dagen'}.`,
    ],
    en: [
      date === null
        ? `${formatHours(minutes, 'en')} of support in ${serviceDays} days is more than can be.`
        : `${formatHours(minutes, 'en')} of support on ${formatDate(date, 'en')} is more than can be in a day.`,
      `Correct the minutes: at most ${formatHours(most, 'en')} ${date === null ? 'in the month' : 'a day'}.`,
    ],
  };
}

function coachsDay({ minutes, most, date }: CheckFacts['IMPOSSIBLE_TIME']): Both {
  const day = date === null ? { sv: '', en: '' } : { sv: formatDate(date), en: formatDate(date, 'en') };
  return {
    sv: [
      `Handledaren har ${formatHours(minutes)} i loggen den ${day.sv}, för alla deltagare tillsammans. Mer än ${formatHours(most)} är inte möjligt.`,
      'Rätta dagens aktiviteter i loggen. Det som flera deltagare gjorde tillsammans loggas för dem i ett steg.',
    ],
    en: [
      `The coach has ${formatHours(minutes, 'en')} in the log on ${day.en}, for all participants together. More than ${formatHours(most, 'en')} cannot be.`,
      'Correct the day’s activities in the log. What several participants did together is logged for them in one step.',
    ],
  };
}

function percent(permille: number): number {
  return Math.floor(permille / 10);
}

/** The sentence of what a check found, with its facts, and the remedy. */
export function checkWords<Code extends CheckCode>(
  code: Code,
  facts: CheckFacts[Code],
  locale: ProblemLocale = 'sv',
): Words {
  const [message, fix] = SENTENCES[code](facts)[locale];
  return { message, fix };
}

/** As {@link checkWords}, for a finding as it was found. */
export function findingWords(finding: Pick<Finding, 'code' | 'facts'>, locale: ProblemLocale = 'sv'): Words {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts of one finding belong together
  return checkWords(finding.code, finding.facts as never, locale);
}
