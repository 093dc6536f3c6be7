import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MissingPlans, type TodoItem, todoDays } from '#lib/domain/todo/todo.ts';
import { month } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { addDays, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-11-03');
const plan = (dueOn: PlainDate): MissingPlans => ({
  kind: 'plan',
  dueOn,
  count: 1,
  placementId: '1',
  participantId: '1',
  participantName: 'Li Wei Chen',
});
const returned: TodoItem = {
  kind: 'returned',
  placementId: '2',
  participantId: '2',
  participantName: 'Hodan Abdi',
  month: month('2026-09'),
  returnedOn: plainDate('2026-10-27'),
  reason: 'Vilken dag var utbildningen?',
  amountOre: ore(143_000),
};
const shown = (items: readonly TodoItem[]): string[] =>
  todoDays(items, today).map(({ day, items: held }) => `${day}: ${held.map(({ kind }) => kind).join(' ')}`);

describe('what is to be done', () => {
  it('is in order of date, under the days it is due', () => {
    expect(shown([plan(plainDate('2026-11-06')), plan(today), plan(plainDate('2026-11-04'))])).toEqual([
      '2026-11-03: plan',
      '2026-11-04: plan',
      '2026-11-06: plan',
    ]);
  });

  it('is for now when its day has passed, or when it never had one', () => {
    expect(shown([plan(plainDate('2026-11-01')), returned])).toEqual(['now: returned plan']);
  });

  it('is for later beyond two weeks', () => {
    expect(shown([plan(plainDate('2026-11-17')), plan(plainDate('2026-11-18'))])).toEqual([
      '2026-11-17: plan',
      'later: plan',
    ]);
  });

  it('has a statement to answer under its last day, before what has no kronor the same day, and answered disputes for now', () => {
    const statement: TodoItem = {
      kind: 'statement',
      statementId: '3',
      cutOff: plainDate('2026-10-24'),
      dueOn: plainDate('2026-11-06'),
      payableOre: ore(143_000),
    };
    const dispute: TodoItem = {
      kind: 'dispute',
      disputeId: '4',
      statementId: '3',
      cutOff: plainDate('2026-10-24'),
      answeredOn: today,
    };
    expect(shown([statement, plan(plainDate('2026-11-06')), dispute])).toEqual([
      'now: dispute',
      '2026-11-06: statement plan',
    ]);
    expect(shown([{ ...statement, dueOn: null }])).toEqual(['now: statement']);
  });

  it('has most kronor first within a day, and tells what the day is worth', () => {
    const dueOn = plainDate('2026-11-06');
    const statement = (statementId: string, kronor: number): TodoItem => ({
      kind: 'statement',
      statementId,
      cutOff: dueOn,
      dueOn,
      payableOre: ore(kronor * 100),
    });
    // 500 + 1 200 kronor; what is to be paid back is nothing that can be lost.
    const [day] = todoDays(
      [statement('small', 500), statement('credit', -300), plan(dueOn), statement('big', 1200)],
      today,
    );
    expect(day?.items.map((item) => ('statementId' in item ? item.statementId : item.kind))).toEqual([
      'big',
      'small',
      'plan',
      'credit',
    ]);
    expect(day?.stakeOre).toBe(170_000);
    expect(todoDays([plan(dueOn)], today)[0]?.stakeOre).toBeNull();
  });

  it('is never lost, never told twice, and never told after something that is due later', () => {
    const plans = fc.array(fc.integer({ min: -30, max: 60 }).map((days) => plan(addDays(today, days))));
    fc.assert(
      fc.property(plans, (items) => {
        const held = todoDays(items, today).flatMap((day) => day.items);
        const dates = held.map((item) => (item.kind === 'plan' ? item.dueOn : ''));
        expect(dates).toEqual(items.map(({ dueOn }) => dueOn).toSorted());
      }),
    );
  });
});
