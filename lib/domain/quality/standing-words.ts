import type { StandingCode, StandingFacts } from '#lib/domain/quality/standing.ts';
import type { Because } from '#lib/domain/quality/standing.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { isoWeek } from '#lib/shared/iso-week.ts';
import type { ProblemLocale, Text } from '#lib/shared/problem.ts';

const percent = (permille: number): string => `${Math.floor(permille / 10)}\u00A0%`;
const SOURCES = {
  log: { sv: 'enligt loggen', en: 'by the log' },
  report: { sv: 'enligt rapporten', en: 'by the report' },
} as const;

type Words = { readonly [Code in StandingCode]: (facts: StandingFacts[Code]) => Text };

const share = (more: Text) => {
  return ({ month, permille, least, source }: StandingFacts['SHARE_BELOW']): Text => ({
    sv: `${percent(permille)} av stödet var på plats i ${formatMonth(month)}, ${SOURCES[source].sv}. Minst ${percent(least)}.${more.sv}`,
    en: `${percent(permille)} of the support was on site in ${formatMonth(month, 'en')}, ${SOURCES[source].en}. At least ${percent(least)}.${more.en}`,
  });
};

const SENTENCES: Words = {
  WEEK_BELOW: ({ weekFrom, minutes, least, below, judged, left }) => ({
    sv: `Vecka ${isoWeek(weekFrom)} hade ${formatHours(minutes)} av minst ${formatHours(least)}. ${below} av ${judged} veckor hade för lite.${left > 0 ? ` Den här veckan saknar ${formatHours(left)}.` : ''}`,
    en: `Week ${isoWeek(weekFrom)} had ${formatHours(minutes, 'en')} of at least ${formatHours(least, 'en')}. ${below} of ${judged} weeks had too little.${left > 0 ? ` This week lacks ${formatHours(left, 'en')}.` : ''}`,
  }),
  WEEK_LEFT: ({ minutes, least, left }) => ({
    sv: `Den här veckan har ${formatHours(minutes)} av minst ${formatHours(least)}. ${formatHours(left)} kvar.`,
    en: `This week has ${formatHours(minutes, 'en')} of at least ${formatHours(least, 'en')}. ${formatHours(left, 'en')} left.`,
  }),
  WEEKS_ENOUGH: ({ judged }) =>
    judged === 1
      ? { sv: 'Förra veckan hade nog med stöd.', en: 'Last week had enough support.' }
      : {
          sv: `Alla de senaste ${judged} veckorna hade nog med stöd.`,
          en: `Each of the last ${judged} weeks had enough support.`,
        },
  WEEK_BEGUN: () => ({
    sv: 'Ingen hel vecka har gått än.',
    en: 'No whole week has passed yet.',
  }),
  MONTH_BELOW: ({ month, minutes, least }) => ({
    sv: `Rapporten för ${formatMonth(month)} har ${formatHours(minutes)} av minst ${formatHours(least)}. Veckorna går inte att se utan logg.`,
    en: `The report for ${formatMonth(month, 'en')} has ${formatHours(minutes, 'en')} of at least ${formatHours(least, 'en')}. Weeks cannot be seen without a log.`,
  }),
  MONTH_ENOUGH: ({ month, minutes, least }) => ({
    sv: `Rapporten för ${formatMonth(month)} har ${formatHours(minutes)}, minst ${formatHours(least)}. Veckorna går inte att se utan logg.`,
    en: `The report for ${formatMonth(month, 'en')} has ${formatHours(minutes, 'en')}, at least ${formatHours(least, 'en')}. Weeks cannot be seen without a log.`,
  }),
  SHARE_BELOW: share({ sv: '', en: '' }),
  SHARE_BELOW_NOW: share({ sv: ' Månaden går att rätta upp.', en: ' The month can still be mended.' }),
  SHARE_ENOUGH: share({ sv: '', en: '' }),
  NO_SUPPORT: () => ({
    sv: 'Vet inte: inget stöd finns för förra månaden eller den här.',
    en: 'Not known: there is no support for last month or this one.',
  }),
  MEETING_OVERDUE: ({ last, days }) =>
    last === null
      ? {
          sv: `Inget möte på ${days} dagar, sedan första dagen.`,
          en: `No meeting in ${days} days, since the first day.`,
        }
      : {
          sv: `${days} dagar sedan senaste mötet, ${formatDate(last)}.`,
          en: `${days} days since the last meeting, ${formatDate(last, 'en')}.`,
        },
  MEETING_SOON: ({ last }) =>
    last === null
      ? { sv: 'Det första mötet ska hållas snart.', en: 'The first meeting is due soon.' }
      : {
          sv: `Senaste mötet var ${formatDate(last)}. Nästa ska hållas snart.`,
          en: `The last meeting was on ${formatDate(last, 'en')}. The next is due soon.`,
        },
  MEETING_HELD: ({ last }) => ({
    sv: `Senaste mötet var ${formatDate(last)}.`,
    en: `The last meeting was on ${formatDate(last, 'en')}.`,
  }),
  MEETING_AHEAD: () => ({ sv: 'Inget möte har behövts än.', en: 'No meeting was due yet.' }),
  PLAN_MISSING: ({ period }) => ({
    sv: period === 1 ? 'Det finns ingen planering.' : `Planeringen är inte gjord på nytt i period ${period}.`,
    en: period === 1 ? 'There is no plan.' : `The plan is not redone in period ${period}.`,
  }),
  PLAN_LATE: ({ madeOn, due }) => ({
    sv: `Planeringen gjordes ${formatDate(madeOn)}, efter sista dagen ${formatDate(due)}.`,
    en: `The plan was made on ${formatDate(madeOn, 'en')}, after the last day ${formatDate(due, 'en')}.`,
  }),
  PLAN_SOON: ({ period }) => ({
    sv: period === 1 ? 'Planeringen är inte gjord än.' : `Planeringen ska göras på nytt i period ${period}.`,
    en: period === 1 ? 'The plan is not made yet.' : `The plan is to be redone in period ${period}.`,
  }),
  PLAN_MADE: ({ madeOn }) => ({
    sv: `Planeringen gjordes ${formatDate(madeOn)}, i tid.`,
    en: `The plan was made on ${formatDate(madeOn, 'en')}, in time.`,
  }),
  PLAN_UNDATED: () => ({
    sv: 'Vet inte: planeringen är hämtad ur rapporter och saknar dag.',
    en: 'Not known: the plan was derived from reports and has no day.',
  }),
  REPORT_MISSING: ({ month, missing }) => ({
    sv: `Rapporten för ${formatMonth(month)} är inte inskickad.${missing > 1 ? ` ${missing} rapporter saknas i allt.` : ''}`,
    en: `The report for ${formatMonth(month, 'en')} is not submitted.${missing > 1 ? ` ${missing} reports are missing in all.` : ''}`,
  }),
  REPORT_LATE: ({ month, submittedOn, due }) => ({
    sv: `Rapporten för ${formatMonth(month)} kom ${formatDate(submittedOn)}, efter sista dagen ${formatDate(due)}.`,
    en: `The report for ${formatMonth(month, 'en')} came on ${formatDate(submittedOn, 'en')}, after the last day ${formatDate(due, 'en')}.`,
  }),
  REPORT_SOON: ({ month }) => ({
    sv: `Rapporten för ${formatMonth(month)} är inte inskickad än.`,
    en: `The report for ${formatMonth(month, 'en')} is not submitted yet.`,
  }),
  REPORT_NEXT: ({ month }) => ({
    sv: `Nästa rapport gäller ${formatMonth(month)}.`,
    en: `The next report is for ${formatMonth(month, 'en')}.`,
  }),
  REPORT_SENT: ({ month, submittedOn }) => ({
    sv: `Rapporten för ${formatMonth(month)} kom ${formatDate(submittedOn)}, i tid.`,
    en: `The report for ${formatMonth(month, 'en')} came on ${formatDate(submittedOn, 'en')}, in time.`,
  }),
  REPORT_AHEAD: () => ({ sv: 'Ingen rapport har behövts än.', en: 'No report was due yet.' }),
  OTHER_ACTOR_TOO_LONG: ({ months, most }) => ({
    sv: `${months} månader hos annan aktör. Högst ${most} i allt.`,
    en: `${months} months with another actor. At most ${most} in all.`,
  }),
  OTHER_ACTOR_LAST: ({ months, most }) => ({
    sv: `${months} av högst ${most} månader hos annan aktör. Insatsen ska vara slut när månaden är slut.`,
    en: `${months} of at most ${most} months with another actor. The measure ends with this month.`,
  }),
  OTHER_ACTOR_WITHIN: ({ months, most }) =>
    months === 0
      ? { sv: 'Ingen insats hos annan aktör.', en: 'No measure with another actor.' }
      : {
          sv: `${months} av högst ${most} månader hos annan aktör.`,
          en: `${months} of at most ${most} months with another actor.`,
        },
  OTHER_ACTOR_UNKNOWN: ({ months, unknown }) => ({
    sv: `Vet inte: ${months} månader är kända, och ${unknown} månader har varken logg eller rapport.`,
    en: `Not known: ${months} months are known, and ${unknown} months have neither log nor report.`,
  }),
  OWN_LOG: () => ({
    sv: 'Vet inte: månaderna rapporteras utan logg här, och en rapport har inga dagar.',
    en: 'Not known: months are reported without a log here, and a report has no days.',
  }),
  NO_LOG: () => ({
    sv: 'Vet inte: det finns varken logg eller rapport.',
    en: 'Not known: there is neither a log nor a report.',
  }),
  NO_PERIOD: () => ({
    sv: 'Vet inte: deltagaren har ingen period i portalen.',
    en: 'Not known: the participant has no service period in the portal.',
  }),
  COACH_TOO_MANY: ({ participants, most }) => ({
    sv: `${participants} deltagare. Högst ${most} på heltid.`,
    en: `${participants} participants. At most ${most} full time.`,
  }),
  COACH_SOON: ({ participants, soon, most }) => ({
    sv: `${participants} deltagare i dag, snart ${soon}. Högst ${most} på heltid.`,
    en: `${participants} participants today, soon ${soon}. At most ${most} full time.`,
  }),
  COACH_WITHIN: ({ participants, most }) => ({
    sv: `${participants} av högst ${most} deltagare på heltid.`,
    en: `${participants} of at most ${most} participants full time.`,
  }),
  PREMISES_TOO_LITTLE: (facts) => premises(facts),
  PREMISES_OPEN: (facts) => premises(facts),
  FINAL_REPORTS_MISSING: ({ missing, ended, late }) => ({
    sv: `${missing} av ${ended} slutredovisningar saknas efter sista dagen.${late > 0 ? ` ${late} kom för sent.` : ''}`,
    en: `${missing} of ${ended} final reports are missing after the last day.${late > 0 ? ` ${late} came late.` : ''}`,
  }),
  FINAL_REPORTS_LATE: ({ late, ended }) => ({
    sv: `${late} av ${ended} slutredovisningar kom för sent.`,
    en: `${late} of ${ended} final reports came late.`,
  }),
  FINAL_REPORTS_SOON: ({ soon, ended }) => ({
    sv: `${soon} av ${ended} slutredovisningar ska skickas snart.`,
    en: `${soon} of ${ended} final reports are due soon.`,
  }),
  FINAL_REPORTS_SENT: ({ ended }) => ({
    sv: `Alla ${ended} slutredovisningar kom i tid.`,
    en: `All ${ended} final reports came in time.`,
  }),
  FINAL_REPORTS_NONE: () => ({
    sv: 'Ingen slutredovisning har behövts de senaste tre månaderna.',
    en: 'No final report was due in the last three months.',
  }),
  PLANABLE_LOW: ({ permille, least, answers }) => ({
    sv: `${percent(permille)} av ${answers} svar från handläggare säger att det går att planera från slutredovisningen. Sikta på ${percent(least)}.`,
    en: `${percent(permille)} of ${answers} answers from caseworkers say that one can plan from the final report. Aim at ${percent(least)}.`,
  }),
  PLANABLE_ENOUGH: ({ permille, answers }) => ({
    sv: `${percent(permille)} av ${answers} svar från handläggare säger att det går att planera från slutredovisningen.`,
    en: `${percent(permille)} of ${answers} answers from caseworkers say that one can plan from the final report.`,
  }),
  PLANABLE_UNKNOWN: ({ answers, least }) => ({
    sv: `Vet inte: ${answers} svar från handläggare, minst ${least} behövs.`,
    en: `Not known: ${answers} answers from caseworkers, at least ${least} are needed.`,
  }),
  PREMISES_UNKNOWN: () => ({
    sv: 'Vet inte: öppettiderna är inte ifyllda.',
    en: 'Not known: no opening hours are given.',
  }),
};

function premises({ days, leastDays, leastHours }: StandingFacts['PREMISES_OPEN']): Text {
  return {
    sv: `Öppet ${leastHours} timmar eller mer ${days} dagar i veckan. Minst ${leastDays} dagar.`,
    en: `Open ${leastHours} hours or more on ${days} days a week. At least ${leastDays} days.`,
  };
}

/** Why somebody stands as they do, in a sentence or two. */
export function standingWords(because: Because, locale: ProblemLocale = 'sv'): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the code and its facts come together, which the lookup loses
  const sentence = SENTENCES[because.code] as (facts: Because) => Text;
  return sentence(because)[locale];
}
