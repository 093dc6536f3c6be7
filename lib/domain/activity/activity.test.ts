import { expect, test } from 'vitest';
import {
  ACTIVITIES,
  ACTIVITY_CODES,
  activityName,
  isActivityCode,
  isSupport,
  MANDATORY_ACTIVITIES,
} from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, formName } from '#lib/domain/activity/activity-form.ts';

test('there are thirteen activity categories, of which two belong to every plan', () => {
  expect(ACTIVITY_CODES).toHaveLength(13);
  expect(MANDATORY_ACTIVITIES).toEqual(['individualMeeting', 'ownWork']);
});

test('only the participant’s own work is not support from the provider', () => {
  expect(ACTIVITY_CODES.filter((code) => !isSupport(code))).toEqual(['ownWork']);
});

test('what the service calls strengthening is language, other actor, digital, health and short training', () => {
  expect(ACTIVITY_CODES.filter((code) => ACTIVITIES[code].kind === 'strengthening')).toEqual([
    'languageSkills',
    'otherActor',
    'digitalSkills',
    'health',
    'shortTraining',
  ]);
});

test('a code has its Swedish name, and its English one when asked for', () => {
  expect(activityName('individualMeeting')).toBe('Individuellt möte');
  expect(activityName('mapping', 'en')).toBe('Mapping');
  expect(ACTIVITY_FORMS.map((form) => formName(form))).toEqual(['på plats', 'video', 'telefon']);
});

test.each(['', 'individualmeeting', 'none', 'toString', '__proto__', 7, null, undefined])(
  '%j is no activity',
  (value) => {
    expect(isActivityCode(value)).toBe(false);
  },
);
