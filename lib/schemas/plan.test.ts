import { describe, expect, it } from 'vitest';
import { createPlanInput } from '#lib/schemas/plan.ts';

const plan = {
  placementId: '0198a000-0000-7000-8000-000000000001',
  number: 0,
  from: '2026-03-09',
  goal: 'Arbete inom lager',
};
const meeting = { activity: 'individualMeeting', purpose: 'Följa upp', goal: 'En plan som håller' };

describe('the activities of a plan', () => {
  it('are those that are chosen, wherever they stand among the others', () => {
    const left = { activity: null, purpose: 'Skrivet och sedan valt bort', goal: '' };
    const read = createPlanInput.parse({ ...plan, activities: [left, meeting] });
    expect(read.activities).toEqual([meeting]);
  });

  it('say why and to what end, at the row as it came', () => {
    const read = createPlanInput.safeParse({
      ...plan,
      activities: [{ activity: null }, { ...meeting, goal: ' ' }],
    });
    expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['activities.1.goal', 'Individuellt möte: Skriv vad aktiviteten ska leda till.'],
    ]);
  });

  it('are not guessed: a row that does not say which activity is refused', () => {
    expect(createPlanInput.safeParse({ ...plan, activities: [{ purpose: 'x', goal: 'y' }] }).success).toBe(
      false,
    );
  });
});
