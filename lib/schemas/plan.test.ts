import { describe, expect, it } from 'vitest';
import { createPlanInput } from '#lib/schemas/plan.ts';

const plan = {
  placementId: '0198a000-0000-7000-8000-000000000001',
  number: 0,
  from: '2026-03-09',
  aim: 'work',
  field: 'Lager',
  goal: 'Arbete inom lager',
  meetingOn: '2026-03-06',
  meetingForm: 'onSite',
};
const meeting = {
  activity: 'individualMeeting',
  purpose: 'Följa upp',
  goal: 'En plan som håller',
  minutesPerWeek: 60,
};

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

describe('the other parties of a plan', () => {
  const school = { name: 'Komvux', role: 'Utbildare', task: 'Svenska på kvällstid' };
  const empty = { name: ' ', role: '', task: '' };
  const read = (parties: readonly object[]) =>
    createPlanInput.safeParse({ ...plan, activities: [meeting], parties });

  it('are those that are written, wherever they stand among empty rows', () => {
    expect(read([empty, school, empty]).data?.parties).toEqual([school]);
    expect(createPlanInput.parse({ ...plan, activities: [meeting] }).parties).toEqual([]);
  });

  it('say who, in what role and what they do, each once, at the row as it came', () => {
    const faults = read([empty, { ...school, task: '' }, { ...school, name: 'KOMVUX' }]).error?.issues;
    expect(faults?.map(({ path }) => path.join('.'))).toEqual(['parties.1.task', 'parties.2.name']);
  });

  it('are at most ten', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ ...school, name: `Nr ${n}` }));
    expect([read(many(10)).success, read(many(11)).success]).toEqual([true, false]);
  });
});
