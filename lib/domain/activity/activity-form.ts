import type { Text } from '#lib/shared/problem.ts';

/** In what form an activity is given. Source: service description section 5. */
const FORMS = {
  onSite: { sv: 'på plats', en: 'on site' },
  video: { sv: 'video', en: 'video' },
  phone: { sv: 'telefon', en: 'phone' },
} as const satisfies Record<string, Text>;

export type ActivityForm = keyof typeof FORMS;

export function isActivityForm(value: unknown): value is ActivityForm {
  return typeof value === 'string' && Object.hasOwn(FORMS, value);
}

/** All forms in the order in which people see them. */
export const ACTIVITY_FORMS: readonly ActivityForm[] = Object.keys(FORMS).filter((form) =>
  isActivityForm(form),
);

export function formName(form: ActivityForm, locale: keyof Text = 'sv'): string {
  return FORMS[form][locale];
}
