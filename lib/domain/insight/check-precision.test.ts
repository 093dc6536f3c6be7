import { describe, expect, test } from 'vitest';
import { CHECK_CATALOGUE, JUDGED_CHECKS } from '#lib/domain/insight/check-catalogue.ts';
import {
  type CheckCounts,
  type Counts,
  type DatedTerms,
  precisionOf,
} from '#lib/domain/insight/check-precision.ts';
import { OUTCOME_CHECK_CODES } from '#lib/domain/outcome/outcome-finding.ts';
import { CHECKS } from '#lib/domain/report/check-report.ts';
import { FLAG_WEIGHTS, type Terms, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import example from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { plainDate } from '#lib/shared/plain-date.ts';

const TERMS = { ...TERMS_SINCE_STATEMENTS, ...example } as unknown as Terms;
const dated = (day: string, change: Partial<Terms> = {}): DatedTerms => ({
  validFrom: plainDate(day),
  terms: { ...TERMS, ...change },
});
const NONE: Counts = { found: 0, judged: 0, upheld: 0 };
const counts = (change: Partial<CheckCounts>): CheckCounts => ({
  code: 'COPIED_HOURS',
  asked: NONE,
  now: NONE,
  before: NONE,
  ...change,
});
const of = (given: CheckCounts, terms: readonly [DatedTerms, ...DatedTerms[]] = [dated('2026-01-01')]) => {
  const found = precisionOf([given], terms).find(({ code }) => code === given.code);
  if (found === undefined) throw new Error('No such check');
  return found;
};
const judged = (upheld: number, all: number): Counts => ({ found: all * 2, judged: all, upheld });

/** What keeps a report from being sent: nobody judges it. */
const BLOCKS = new Set([
  'REPORT_EMPTY',
  'PLAN_MISSING',
  'ACTIVITY_NOT_PLANNED',
  'MONTH_OPEN',
  'OUTSIDE_PLACEMENT',
  'DUPLICATE_REPORT',
  'IMPOSSIBLE_TIME',
  'OTHER_ACTOR_TOO_LONG',
]);

describe('every check that lets something in', () => {
  test('is told of, and no other', () => {
    const all = [
      ...Object.keys(CHECKS).filter((code) => !BLOCKS.has(code)),
      ...OUTCOME_CHECK_CODES,
      'COPIED_TEXT',
    ];
    expect([...JUDGED_CHECKS].toSorted()).toEqual(all.toSorted());
  });

  test('weighs in the risk where it is a flag', () => {
    const flags = JUDGED_CHECKS.filter((code) => CHECK_CATALOGUE[code].severity === 'flag');
    expect(flags.toSorted()).toEqual(Object.keys(FLAG_WEIGHTS).toSorted());
  });
});

describe('a check’s precision', () => {
  test('is the share of what was judged that was right, of nothing else', () => {
    expect(of(counts({ asked: { found: 60, judged: 20, upheld: 15 } }))).toMatchObject({
      found: 60,
      judged: 20,
      upheld: 15,
      precision: { share: 0.75 },
    });
  });

  test('is not told where too few have been judged', () => {
    expect(of(counts({ asked: judged(9, 9) })).precision).toBeNull();
    expect(of(counts({ asked: judged(10, 10) })).precision).not.toBeNull();
  });

  test.each([
    ['better where neither is within the other’s interval', judged(90, 100), judged(50, 100), 'better'],
    ['worse the other way about', judged(50, 100), judged(90, 100), 'worse'],
    ['the same within chance', judged(52, 100), judged(50, 100), 'same'],
    ['not told where either has too few', judged(50, 100), judged(9, 9), null],
  ])('is %s', (_, now, before, expected) => {
    expect(of(counts({ now, before })).trend).toBe(expected);
  });

  test('has had its setting since the oldest terms in a row that say the same', () => {
    const terms = [
      dated('2026-04-01', { copiedHoursOthers: 6, meetingDays: 15 }),
      dated('2026-02-01', { copiedHoursOthers: 6 }),
      dated('2026-01-01'),
      dated('2025-01-01', { copiedHoursOthers: 6 }),
    ] as const;
    expect(of(counts({}), terms).since).toBe('2026-02-01');
    expect(of(counts({ code: 'MEETING_INTERVAL' }), terms).since).toBe('2026-04-01');
    expect(of(counts({ code: 'LATE' }), terms).since).toBe('2025-01-01');
  });
});
