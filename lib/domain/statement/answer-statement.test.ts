import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '#lib/domain/actor/role.ts';
import { type AnswerMove, answersStatements, moveStatement } from '#lib/domain/statement/answer-statement.ts';
import { answerFaultText } from '#lib/domain/statement/answer-statement-fault.ts';
import { acceptBy } from '#lib/domain/statement/pay-day.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-05-05');
const yesterday = addDays(today, -1);
const MOVES: readonly AnswerMove[] = ['accept', 'dispute', 'silence', 'resume'];

/** Each state with its period and disputes: where accept, dispute, silence and resume lead. */
const TABLE: readonly [StatementStatus, 'within' | 'over' | 'none', number, readonly string[]][] = [
  ['open', 'none', 0, ['notProposed', 'notProposed', 'notProposed', 'notProposed']],
  ['proposed', 'within', 0, ['→ accepted', '→ disputed', 'periodGoesOn', 'notDisputed']],
  ['proposed', 'over', 0, ['→ accepted', 'periodOver', '→ accepted', 'notDisputed']],
  ['proposed', 'none', 0, ['→ accepted', '→ disputed', 'noPeriod', 'notDisputed']],
  ['disputed', 'within', 1, ['→ accepted', '→ disputed', 'disputesOpen', 'disputesOpen']],
  ['disputed', 'over', 2, ['→ accepted', '→ disputed', 'disputesOpen', 'disputesOpen']],
  ['disputed', 'over', 0, ['→ accepted', '→ disputed', 'disputesOpen', '→ proposed']],
  ['accepted', 'over', 1, ['accepted', 'accepted', 'accepted', 'accepted']],
  ['authorised', 'over', 1, ['authorised', 'authorised', 'authorised', 'authorised']],
  ['paid', 'over', 0, ['paid', 'paid', 'paid', 'paid']],
];

describe('a statement', () => {
  it.each(TABLE)(
    'that is %s, its period %s, with %i open disputes',
    (status, period, openDisputes, leads) => {
      const acceptByDay = { within: today, over: yesterday, none: null }[period];
      const shown = MOVES.map((move) => {
        const moved = moveStatement({ status, acceptBy: acceptByDay, openDisputes }, move, today);
        return moved.ok ? `→ ${moved.value}` : moved.error;
      });
      expect(shown).toEqual(leads);
    },
  );

  it('is answered by the signatory alone', () => {
    expect(ROLES.filter(answersStatements)).toEqual(['signatory']);
  });

  it('is never accepted by silence on a day of its period, and always on the first day after it', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(plainDate('2025-01-01'), n));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), (proposedOn, later) => {
        const last = acceptBy(proposedOn, { statementAcceptWorkdays: 10 });
        const day = addDays(proposedOn, later);
        const moved = moveStatement({ status: 'proposed', acceptBy: last, openDisputes: 0 }, 'silence', day);
        expect(moved.ok).toBe(day > last);
      }),
    );
  });

  it('that refuses a move says why in a sentence', () => {
    const said = TABLE.flatMap(([status, period, openDisputes]) =>
      MOVES.flatMap((move) => {
        const acceptByDay = { within: today, over: yesterday, none: null }[period];
        const moved = moveStatement({ status, acceptBy: acceptByDay, openDisputes }, move, today);
        return moved.ok ? [] : [answerFaultText(moved.error).sv];
      }),
    );
    expect(said.filter((sentence) => !/^[A-ZÅÄÖ].*\.$/.test(sentence))).toEqual([]);
    expect(new Set(said).size).toBe(9);
  });
});
