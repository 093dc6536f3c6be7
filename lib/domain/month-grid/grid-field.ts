import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, type ActivityForm } from '#lib/domain/activity/activity-form.ts';

/** Minutes of an activity in one form; only own work may lack a form. The text is the field's name in forms and JSON. */
export type MinutesField = `${ActivityCode}:${ActivityForm | 'none'}`;

/** What belongs to the whole month once. */
export const WHOLE_FIELDS = ['jobSuggestions', 'languageSupport', 'noActivityReason'] as const;
export type WholeField = (typeof WHOLE_FIELDS)[number];

/** A column of the grid. */
export type GridField = MinutesField | WholeField;

/** A participant's month as it is typed, field by field: text, right or wrong. A field that is missing is empty. */
export type TypedMonth = Readonly<Partial<Record<GridField, string | undefined>>>;

/** Every column of minutes that there can be, in the order in which people see them. */
export const MINUTES_FIELDS: readonly MinutesField[] = ACTIVITY_CODES.flatMap((activity) => [
  ...ACTIVITY_FORMS.map((form) => minutesField(activity, form)),
  ...(activity === 'ownWork' ? [minutesField(activity, null)] : []),
]);

export const GRID_FIELDS: readonly GridField[] = [...MINUTES_FIELDS, ...WHOLE_FIELDS];

export function minutesField(activity: ActivityCode, form: ActivityForm | null): MinutesField {
  return `${activity}:${form ?? 'none'}`;
}

/** The activity and form of a column of minutes. */
export function partsOf(field: MinutesField): {
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
} {
  const [activity, form] = field.split(':') as [ActivityCode, ActivityForm | 'none'];
  return { activity, form: form === 'none' ? null : form };
}

export function isMinutesField(field: GridField): field is MinutesField {
  return field.includes(':');
}
