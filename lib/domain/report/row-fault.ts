import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { ACTIVITY_CODES, type ActivityCode, activityName } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Given = { readonly value: string };
type Nothing = Readonly<Record<string, never>>;

/** What can be wrong with the form of a row, by stable code, and the facts of its sentence. */
export type RowFaultFacts = {
  rowShape: Nothing;
  referenceMissing: Nothing;
  referenceFormat: Given;
  referenceUnknown: Given;
  monthMissing: Nothing;
  monthFormat: Given;
  activityMissing: Nothing;
  activityUnknown: Given;
  formMissing: { readonly activity: ActivityCode };
  formUnknown: Given;
  minutesMissing: Nothing;
  minutesNotWhole: Given;
  minutesTooFew: { readonly value: string; readonly step: number };
  minutesStep: { readonly minutes: number; readonly step: number };
  minutesTooMany: { readonly minutes: number; readonly most: number };
  noneWithForm: Given;
  noneWithMinutes: Given;
  noneWithOthers: Nothing;
  reasonMissing: Nothing;
  reasonUnknown: Given;
  reasonWithoutNone: Given;
  languageFormat: Given;
  jobSuggestionsNotWhole: Given;
  jobSuggestionsTooMany: { readonly value: string; readonly most: number };
  differsWithinReport: { readonly column: string; readonly value: string; readonly first: string };
  duplicateRow: { readonly activity: ActivityCode | 'none' };
  submittedOnFormat: Given;
  submittedOnFuture: Given;
};
export type RowFaultCode = keyof RowFaultFacts;

/** What is wrong and what to do about it. */
export type Words = { readonly message: string; readonly fix: string };
type Both = Readonly<Record<ProblemLocale, readonly [message: string, fix: string]>>;

const forms = ACTIVITY_FORMS.join(', ');
const reasons = ABSENCE_REASONS.join(', ');
const activities = [...ACTIVITY_CODES, 'none'].join(', ');

function nearest(minutes: number, step: number): number {
  return Math.max(step, Math.round(minutes / step) * step);
}

const SENTENCES: { readonly [Code in RowFaultCode]: (facts: RowFaultFacts[Code]) => Both } = {
  rowShape: () => ({
    sv: ['Raden går inte att läsa.', 'Ge varje rad sina fält med namn, som i månadsmallen.'],
    en: ['The row cannot be read.', 'Give each row its named fields, as in the month template.'],
  }),
  referenceMissing: () => ({
    sv: ['Genomförandereferens saknas.', 'Ange de nio siffrorna i deltagarens genomförandereferens.'],
    en: ['The implementation reference is missing.', 'Give the nine digits of the implementation reference.'],
  }),
  referenceFormat: ({ value }) => ({
    sv: [`”${value}” är inte en genomförandereferens.`, 'Ange nio siffror utan mellanslag.'],
    en: [`”${value}” is not an implementation reference.`, 'Give nine digits without spaces.'],
  }),
  referenceUnknown: ({ value }) => ({
    sv: [
      `Det finns ingen placering att rapportera med genomförandereferens ${value}.`,
      'Kontrollera siffrorna. Har deltagaren bytt leverantör är det den andra leverantören som rapporterar.',
    ],
    en: [
      `There is no placement to report with implementation reference ${value}.`,
      'Check the digits. After a switch it is the other provider who reports.',
    ],
  }),
  monthMissing: () => ({
    sv: ['Månad saknas.', 'Skriv år och månad som 2026-03.'],
    en: ['The month is missing.', 'Write year and month as 2026-03.'],
  }),
  monthFormat: ({ value }) => ({
    sv: [`”${value}” är inte en månad.`, 'Skriv år och månad som 2026-03.'],
    en: [`”${value}” is not a month.`, 'Write year and month as 2026-03.'],
  }),
  activityMissing: () => ({
    sv: ['Aktivitet saknas.', `Ange en av ${activities}.`],
    en: ['The activity is missing.', `Give one of ${activities}.`],
  }),
  activityUnknown: ({ value }) => ({
    sv: [`Aktiviteten ”${value}” finns inte.`, `Ange en av ${activities}.`],
    en: [`There is no activity ”${value}”.`, `Give one of ${activities}.`],
  }),
  formMissing: ({ activity }) => ({
    sv: [
      `Form saknas för ${activityName(activity)}.`,
      `Ange en av ${forms}. Bara eget arbete får sakna form.`,
    ],
    en: [
      `The form is missing for ${activityName(activity, 'en')}.`,
      `Give one of ${forms}. Only own work may lack it.`,
    ],
  }),
  formUnknown: ({ value }) => ({
    sv: [`Formen ”${value}” finns inte.`, `Ange en av ${forms}.`],
    en: [`There is no form ”${value}”.`, `Give one of ${forms}.`],
  }),
  minutesMissing: () => ({
    sv: ['Minuter saknas.', 'Ange antal minuter, eller ta bort raden.'],
    en: ['The minutes are missing.', 'Give the number of minutes, or remove the row.'],
  }),
  minutesNotWhole: ({ value }) => ({
    sv: [`”${value}” är inte ett helt antal minuter.`, 'Skriv minuterna med bara siffror, till exempel 45.'],
    en: [`”${value}” is not a whole number of minutes.`, 'Write the minutes in digits only, for example 45.'],
  }),
  minutesTooFew: ({ value, step }) => ({
    sv: [`${value} minuter är för lite.`, `Ange minst ${step} minuter, eller ta bort raden.`],
    en: [`${value} minutes are too few.`, `Give at least ${step} minutes, or remove the row.`],
  }),
  minutesStep: ({ minutes, step }) => ({
    sv: [
      `${minutes} minuter är inte jämnt delbart med ${step}.`,
      `Avrunda till exempel till ${nearest(minutes, step)}.`,
    ],
    en: [
      `${minutes} minutes are not a multiple of ${step}.`,
      `Round, for example to ${nearest(minutes, step)}.`,
    ],
  }),
  minutesTooMany: ({ minutes, most }) => ({
    sv: [`${minutes} minuter är mer än en månad.`, `Ange högst ${most} minuter.`],
    en: [`${minutes} minutes are more than a month.`, `Give at most ${most} minutes.`],
  }),
  noneWithForm: ({ value }) => ({
    sv: [`Raden säger att deltagaren inte deltog i något, men har formen ”${value}”.`, 'Lämna form tom.'],
    en: [
      `The row says that the participant took part in nothing, but has the form ”${value}”.`,
      'Leave form empty.',
    ],
  }),
  noneWithMinutes: ({ value }) => ({
    sv: [`Raden säger att deltagaren inte deltog i något, men har ${value} minuter.`, 'Ange 0 minuter.'],
    en: [
      `The row says that the participant took part in nothing, but has ${value} minutes.`,
      'Give 0 minutes.',
    ],
  }),
  noneWithOthers: () => ({
    sv: [
      'Rapporten säger både att deltagaren inte deltog i något och vad deltagaren deltog i.',
      'Ta bort raden med none, eller de andra raderna.',
    ],
    en: [
      'The report says both that the participant took part in nothing and what the participant took part in.',
      'Remove the row with none, or the other rows.',
    ],
  }),
  reasonMissing: () => ({
    sv: ['Orsak saknas till att deltagaren inte deltog i något.', `Ange en av ${reasons}.`],
    en: ['The reason why the participant took part in nothing is missing.', `Give one of ${reasons}.`],
  }),
  reasonUnknown: ({ value }) => ({
    sv: [`Orsaken ”${value}” finns inte.`, `Ange en av ${reasons}.`],
    en: [`There is no reason ”${value}”.`, `Give one of ${reasons}.`],
  }),
  reasonWithoutNone: ({ value }) => ({
    sv: [
      `Orsaken ”${value}” hör bara till den som inte deltog i något.`,
      'Ta bort orsaken, eller ange none som enda aktivitet.',
    ],
    en: [
      `The reason ”${value}” is only for somebody who took part in nothing.`,
      'Remove the reason, or give none as the only activity.',
    ],
  }),
  languageFormat: ({ value }) => ({
    sv: [
      `”${value}” är inte ett språk.`,
      'Ange språkets kod, till exempel ar eller pt-BR, eller lämna tomt.',
    ],
    en: [`”${value}” is not a language.`, 'Give its code, for example ar or pt-BR, or leave it empty.'],
  }),
  jobSuggestionsNotWhole: ({ value }) => ({
    sv: [`”${value}” är inte ett antal jobbförslag.`, 'Skriv antalet med bara siffror, till exempel 2.'],
    en: [`”${value}” is not a number of job suggestions.`, 'Write the number in digits only, for example 2.'],
  }),
  jobSuggestionsTooMany: ({ value, most }) => ({
    sv: [`${value} jobbförslag är för många.`, `Ange högst ${most}.`],
    en: [`${value} job suggestions are too many.`, `Give at most ${most}.`],
  }),
  differsWithinReport: ({ column, value, first }) => ({
    sv: [
      `${column} är ”${value}” här men ”${first}” på rapportens första rad.`,
      'Uppgiften hör till hela rapporten: skriv samma på varje rad.',
    ],
    en: [
      `${column} is ”${value}” here but ”${first}” on the first row of the report.`,
      'It belongs to the whole report: write the same on each row.',
    ],
  }),
  duplicateRow: ({ activity }) => ({
    sv: [
      `${activity === 'none' ? 'Raden med none' : activityName(activity)} finns redan med samma form i rapporten.`,
      'Slå ihop raderna till en.',
    ],
    en: [
      `${activity === 'none' ? 'The row with none' : activityName(activity, 'en')} is already in the report with the same form.`,
      'Put the rows together into one.',
    ],
  }),
  submittedOnFormat: ({ value }) => ({
    sv: [`”${value}” är inte ett datum.`, 'Skriv datumet som 2026-04-03, eller lämna tomt.'],
    en: [`”${value}” is not a date.`, 'Write the date as 2026-04-03, or leave it empty.'],
  }),
  submittedOnFuture: ({ value }) => ({
    sv: [`${value} har inte varit än.`, 'Ange dagen då rapporten kom in.'],
    en: [`${value} has not come yet.`, 'Give the day on which the report came in.'],
  }),
};

/** The sentence about a fault in a row, and its remedy. */
export function rowFaultWords<Code extends RowFaultCode>(
  code: Code,
  facts: RowFaultFacts[Code],
  locale: ProblemLocale = 'sv',
): Words {
  const [message, fix] = SENTENCES[code](facts)[locale];
  return { message, fix };
}
