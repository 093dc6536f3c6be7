import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import {
  type GridField,
  isMinutesField,
  partsOf,
  type WholeField,
} from '#lib/domain/month-grid/grid-field.ts';
import type { ProblemLocale, Text } from '#lib/shared/problem.ts';

const WHOLE: Readonly<Record<WholeField, Text>> = {
  jobSuggestions: { sv: 'Individuella jobbförslag', en: 'Individual job suggestions' },
  languageSupport: { sv: 'Språkstöd', en: 'Language support' },
  noActivityReason: { sv: 'Orsak till att inget gjordes', en: 'Reason why nothing was done' },
};

/** What a column is called in a sentence: `Kartläggning, på plats`. */
export function fieldName(field: GridField, locale: ProblemLocale): string {
  if (!isMinutesField(field)) return WHOLE[field][locale];
  const { activity, form } = partsOf(field);
  const name = activityName(activity, locale);
  return form === null ? name : `${name}, ${formName(form, locale)}`;
}
