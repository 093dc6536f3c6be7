import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { LEVELS, type PlacementFacts, type ReportFact } from '#lib/domain/compensation/types.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { findBreach } from '#lib/domain/statement/conservation.ts';
import { linesOf, type StatementLine } from '#lib/domain/statement/statement-line.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const read = validateAgreement(krom);
if (!read.ok) throw new Error('The example agreement is not valid');
const agreement = read.value;

function facts(given: Partial<PlacementFacts>, level: 'A' | 'B' | 'C' = 'B'): PlacementFacts {
  return {
    placement: {
      id: 'P-1',
      level,
      providerOrgNo: '5560360793',
      relatedOrgNos: [],
      periods: [{ number: 1, from: plainDate('2021-03-08'), to: plainDate('2021-09-04') }],
      end: null,
      endReason: null,
    },
    reports: [],
    absences: [],
    outcome: null,
    posted: [],
    asOf: plainDate('2021-11-01'),
    ...given,
  };
}

function report(of: string, status: ReportFact['status'] = 'approved'): ReportFact {
  return { month: month(of), status, submittedOn: plainDate('2021-10-06') };
}

function stated(given: PlacementFacts): readonly StatementLine[] {
  return linesOf(evaluate(agreement, given), given.posted);
}

describe('the lines of a statement', () => {
  it('a first posting keeps quantity, price and reason of what was earned', () => {
    // 8–31 March 2021: 18 working days × 65 kr (level B) = 1 170 kr.
    expect(stated(facts({ reports: [report('2021-03')] }))).toMatchObject([
      { key: 'base:2021-03:2020-01-01', quantity: 18, unitOre: 6500, amountOre: 117_000 },
    ]);
  });

  it('nothing is posted where everything is posted', () => {
    const first = stated(facts({ reports: [report('2021-03')] }));
    expect(stated(facts({ reports: [report('2021-03')], posted: first }))).toEqual([]);
  });

  it('a withdrawn approval is taken back, and says why', () => {
    const first = stated(facts({ reports: [report('2021-03')] }));
    const [line, ...rest] = stated(facts({ reports: [report('2021-03', 'returned')], posted: first }));
    expect(rest).toEqual([]);
    expect(line).toEqual({
      key: 'base:2021-03:2020-01-01',
      component: 'basePay',
      quantity: null,
      unitOre: null,
      amountOre: -117_000,
      because: [
        { rule: 'correction.notPayable', section: '5', facts: { reason: 'reportNotApproved' } },
        {
          rule: 'correction.difference',
          section: '5',
          facts: { earnedOre: 0, postedOre: 117_000, amountOre: -117_000 },
        },
      ],
    });
  });

  it('a corrected level posts the difference, with the steps of what is right today', () => {
    const first = stated(facts({ reports: [report('2021-03')] }));
    const [line] = stated(facts({ reports: [report('2021-03')], posted: first }, 'C'));
    // 18 × (75 − 65) kr = 180 kr.
    expect(line).toMatchObject({ quantity: null, amountOre: 18_000 });
    expect(line?.because.map(({ rule }) => rule)).toEqual([
      'basePay.payDays',
      'basePay.dayRate',
      'basePay.reportApproved',
      'basePay.amount',
      'correction.difference',
    ]);
  });

  it('service days that no longer are give nothing, and that is the reason', () => {
    const first = stated(facts({ reports: [report('2021-03')] }));
    const given = facts({ reports: [report('2021-03')], posted: first });
    const ended = {
      ...given.placement,
      end: plainDate('2021-03-08'),
      endReason: 'interruption' as const,
    };
    expect(stated({ ...given, placement: ended })[0]?.because[0]).toEqual({
      rule: 'correction.nothingEarned',
      section: '5',
      facts: { key: 'base:2021-03:2020-01-01' },
    });
  });
});

const MONTHS = ['2021-03', '2021-04', '2021-05', '2021-06'];
const STATUSES = ['submitted', 'returned', 'approved', 'rejected'] as const;
const anyReports = fc
  .tuple(...MONTHS.map(() => fc.option(fc.constantFrom(...STATUSES), { freq: 4 })))
  .map((statuses) =>
    statuses.flatMap((status, index) => (status === null ? [] : [report(MONTHS[index] ?? '', status)])),
  );
const anyFacts = fc
  .record({ reports: anyReports, level: fc.constantFrom(...LEVELS) })
  .map(({ reports, level }) => facts({ reports }, level));

describe('over any history of corrections', () => {
  it('the sum of all statements is what the facts of today give, and the next posts nothing', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 6 }), (history) => {
        let posted: readonly StatementLine[] = [];
        for (const now of history) {
          const evaluation = evaluate(agreement, { ...now, posted });
          const lines = linesOf(evaluation, posted);
          expect(lines.map(({ key, amountOre }) => ({ key, amountOre }))).toEqual(evaluation.deltas);
          posted = [...posted, ...lines];
          expect(findBreach(evaluation, posted)).toBeNull();
          expect(linesOf(evaluate(agreement, { ...now, posted }), posted)).toEqual([]);
        }
      }),
    );
  });
});
