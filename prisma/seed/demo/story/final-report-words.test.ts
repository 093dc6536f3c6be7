import { expect, it } from 'vitest';
import { ACTIVITY_QUESTIONS } from '#lib/domain/final-report/final-report.ts';
import { thinBecause } from '#lib/domain/final-report/thin-answer.ts';
import {
  HURRIED_NEXT,
  HURRIED_PROGRESS,
  NEXT,
  PROGRESS,
  toldOf,
} from '#prisma/seed/demo/story/final-report-words.ts';

const alone = { elsewhere: [], planned: [] };

it('what is told of each activity is enough to plan from', () => {
  const activities = ['individualMeeting', 'ownWork', 'practicalSupport', 'employerContacts'] as const;
  const more = ['languageSkills', 'careerGuidance', 'digitalSkills', 'motivationalTalks'] as const;
  for (const activity of [...activities, ...more]) {
    const answers = toldOf(activity);
    for (const question of ACTIVITY_QUESTIONS)
      expect([activity, question, thinBecause(answers[question], { question, ...alone })]).toEqual([
        activity,
        question,
        null,
      ]);
  }
});

it('hurried words can be sent, and are for a reviewer to return', () => {
  for (const text of [PROGRESS, HURRIED_PROGRESS])
    expect(thinBecause(text, { question: 'progress', ...alone })).toBeNull();
  for (const text of [NEXT, HURRIED_NEXT])
    expect(thinBecause(text, { question: 'next', ...alone })).toBeNull();
});
