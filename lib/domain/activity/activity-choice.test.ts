import { expect, test } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { activityChoice, notPlannedFor } from '#lib/domain/activity/activity-choice.ts';

const amina = { participantName: 'Amina', planned: ['individualMeeting', 'mapping'] } as const;
const omar = { participantName: 'Omar', planned: ['individualMeeting', 'health'] } as const;
const newcomer = { participantName: 'Nils', planned: null };

test('what is planned for anybody chosen comes first, with whether it is planned for all', () => {
  const { planned, others } = activityChoice([amina, omar]);
  expect(planned).toEqual([
    { activity: 'individualMeeting', forAll: true },
    { activity: 'mapping', forAll: false },
    { activity: 'health', forAll: false },
  ]);
  expect(others).not.toContain('mapping');
  expect(planned.length + others.length).toBe(ACTIVITY_CODES.length);
});

test('who has no plan yet stands in nobody’s way', () => {
  expect(activityChoice([amina, newcomer]).planned).toEqual([
    { activity: 'individualMeeting', forAll: true },
    { activity: 'mapping', forAll: true },
  ]);
  expect(notPlannedFor('shortTraining', [newcomer])).toEqual([]);
});

test('those in whose plan an activity is not are named', () => {
  expect(notPlannedFor('mapping', [amina, omar, newcomer])).toEqual(['Omar']);
  expect(notPlannedFor('individualMeeting', [amina, omar])).toEqual([]);
});

test('without anybody chosen nothing is planned', () => {
  expect(activityChoice([])).toEqual({ planned: [], others: ACTIVITY_CODES });
});
