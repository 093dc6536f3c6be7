import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate, readyExamples } from '#lib/domain/calculator/calculation.ts';
import {
  type CalculatorState,
  LIST_NAMES,
  mostRows,
  readState,
  writeState,
} from '#lib/domain/calculator/calculator-state.ts';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { told } from '#lib/domain/compensation/testing/given.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const agreements = [krom, rom2].map((document) => ({ id: document.id, document }));

/** Three closed months from 2 February 2026, seen from 4 May; the agreement of the first service. */
const form = {
  agreement: krom.id,
  level: 'B',
  'periods.0.number': '1',
  'periods.0.from': '2026-02-02',
  'periods.0.to': '2026-07-31',
  'reports.0.month': '2026-02',
  'reports.0.status': 'approved',
  'reports.0.submittedOn': '2026-03-05',
  asOf: '2026-03-06',
};

function stateOf(change: Record<string, string> = {}): CalculatorState {
  return readState(new URLSearchParams({ ...form, ...change }));
}

/** What a form gives in one line an entry, or its faults as `pointer code`. */
function answerTo(change: Record<string, string> = {}, own = ''): readonly string[] {
  const calculation = calculate(stateOf(change), own, agreements);
  return calculation.kind === 'evaluated'
    ? told(calculation.evaluation)
    : calculation.faults.map(({ pointer, code, inAgreement }) =>
        [pointer, code, inAgreement].join(' ').trim(),
      );
}

describe('a form is read as people write it', () => {
  it('with last days, which the model’s ends come after', () => {
    // 2–27 February are 20 working days.
    expect(answerTo()).toEqual(['base:2026-02:2020-01-01 20 × 6500 = 130000']);
    // The last day, Monday the 9th, is in the service: 6 working days.
    expect(answerTo({ end: '2026-02-09', endReason: 'switch' })).toEqual([
      'base:2026-02:2020-01-01 6 × 6500 = 39000',
    ]);
    // The day before the first leaves no service.
    expect(answerTo({ end: '2026-02-01', endReason: 'switch' })).toEqual([]);
  });

  it('with an outcome only where its type is chosen', () => {
    const outcome = {
      'outcome.status': 'approved',
      'outcome.from': '2026-03-02',
      'outcome.signalledOn': '2026-03-02',
      'spells.0.from': '2026-03-02',
      'spells.0.extentPercent': '80',
    };
    expect(answerTo(outcome)).toHaveLength(1);
    expect(answerTo({ ...outcome, 'outcome.type': 'employment' })).toContain(
      'result:4 due 2026-07-02 2200000',
    );
    // The last day of work is the day before the months are over: it has lasted.
    const lasts = { ...outcome, 'outcome.type': 'employment', 'spells.0.to': '2026-07-01' };
    expect(answerTo(lasts)).toContain('result:4 due 2026-07-02 2200000');
    expect(answerTo({ ...lasts, 'spells.0.to': '2026-06-30' })).toContain('result:4 broken 2200000');
    expect(answerTo({ ...lasts, 'spells.0.ownEmployer': '1' })).toContain('outcome relatedEmployer 0');
  });

  it('by an agreement of one’s own', () => {
    const dearer = JSON.stringify({
      ...krom,
      basePay: { ...krom.basePay, rates: [{ from: '2020-01-01', orePerDay: { A: 1, B: 2, C: 3 } }] },
    });
    expect(answerTo({ agreement: 'own' }, dearer)).toEqual(['base:2026-02:2020-01-01 20 × 2 = 40']);
  });
});

describe('what is wrong is told at its field', () => {
  it.each<[Record<string, string>, readonly string[]]>([
    [{ level: 'D' }, ['/level unknownValue']],
    [{ 'periods.0.from': '', 'periods.0.to': '' }, ['/periods/0/from empty']],
    [{ 'periods.0.from': '2026-08-01' }, ['/periods/0/to emptyPeriod']],
    [{ 'periods.0.to': '31 juli' }, ['/periods/0/to notDate']],
    [{ end: '2026-08-01', endReason: 'switch' }, ['/end endOutsidePeriods']],
    [{ end: '2026-03-01' }, ['/endReason endReasonMissing']],
    [{ endReason: 'switch' }, ['/end endMissing']],
    [{ 'reports.0.month': 'mars' }, ['/reports/0/month notMonth']],
    [
      { 'reports.5.month': '2026-02', 'reports.5.status': 'approved', 'reports.5.submittedOn': '2026-03-05' },
      ['/reports/1/month duplicate'],
    ],
    [{ 'absences.0.date': 'i går', 'absences.0.reason': 'sick' }, ['/absences/0/date notDate']],
    [
      { 'outcome.type': 'employment', 'outcome.status': 'approved', 'spells.0.extentPercent': 'halvtid' },
      [
        '/outcome/from notDate',
        '/outcome/signalledOn notDate',
        '/spells/0/from notDate',
        '/spells/0/extentPercent notInteger',
      ],
    ],
    [{ asOf: '' }, ['/asOf notDate']],
    [{ 'periods.0.from': '2019-12-31' }, ['/periods/0/from notInForce', '/periods/0/from notInForce']],
    [{ agreement: '', level: '' }, ['/agreement unknownAgreement', '/level unknownValue']],
    [{ agreement: 'nobody’s' }, ['/agreement unknownAgreement']],
  ])('%o', (change, faults) => {
    expect(answerTo(change)).toEqual(faults);
  });

  it('and in an agreement of one’s own, at its place there', () => {
    expect(answerTo({ agreement: 'own' })).toEqual(['/own agreementMissing']);
    expect(answerTo({ agreement: 'own', asOf: 'x' }, '{')).toEqual(['/own notJson', '/asOf notDate']);
    expect(answerTo({ agreement: 'own' }, '[]')).toEqual(['/own notObject /']);
    expect(answerTo({ agreement: 'own' }, JSON.stringify({ ...krom, vatPermille: -1 }))).toEqual([
      '/own outOfRange /vatPermille',
    ]);
  });
});

describe('an address', () => {
  const text = fc.oneof(
    fc.constantFrom('', '2026-03-01', '2026-03', 'approved', '100'),
    fc.string({ maxLength: 70 }),
  );
  const rows = fc.array(
    fc.tuple(
      fc.constantFrom(...LIST_NAMES),
      fc.nat({ max: 1100 }),
      fc.constantFrom('from', 'to', 'month', 'status', 'date', 'number', 'x'),
      text,
    ),
  );

  it('holds all that is in the form, and gives the same form again', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.tuple(fc.constantFrom('level', 'end', 'asOf', 'outcome.type', '__proto__'), text)),
        (inRows, fields) => {
          const given = new URLSearchParams(fields);
          for (const [list, row, member, value] of inRows) given.append(`${list}.${row}.${member}`, value);
          const state = readState(given);
          expect(readState(writeState(state))).toEqual(state);
          for (const list of LIST_NAMES) expect(state[list].length).toBeLessThanOrEqual(mostRows(list));
        },
      ),
    );
  });

  it('leaves out rows in which nothing is filled in, and closes the gaps', () => {
    const given = new URLSearchParams({
      'reports.7.month': '2026-04',
      'reports.7.status': 'approved',
      'reports.2.month': ' ',
      'reports.2.status': 'approved',
      'reports.3.submittedOn': '2026-03-05',
    });
    expect(writeState(readState(given)).toString()).toBe(
      'reports.0.submittedOn=2026-03-05&reports.1.month=2026-04&reports.1.status=approved',
    );
  });
});

describe('the ready examples', () => {
  const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(plainDate('2025-06-01'), days));
  const of = (name: string, today: Parameters<typeof readyExamples>[1]): readonly string[] => {
    const example = readyExamples(agreements, today).find((one) => one.name === name);
    const calculation = calculate(example?.state ?? stateOf(), '', agreements);
    return calculation.kind === 'evaluated'
      ? told(calculation.evaluation).map((entry) =>
          entry.replace(/^base:\S+/, 'base').replaceAll(/\d{4}-\d{2}-\d{2}/g, 'day'),
        )
      : ['faults'];
  };

  it('show, on whatever day, what they say they show', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const job = of('jobAfterThreeMonths', today);
        expect(job.map((entry) => entry.split(' ')[0])).toEqual([
          'base',
          'base',
          'base',
          'result:4',
          'speed',
          'supplement',
        ]);
        expect(job.some((entry) => / due | not|broken/.test(entry))).toBe(false);
        const missing = of('reportMissing', today).map((entry) => entry.split(' ').slice(0, 2).join(' '));
        expect(missing[0]).toMatch(/^base \d+/);
        expect(missing.slice(1)).toEqual(['base reportMissing', 'base reportNotApproved']);
        const studies = of('studiesAfterService', today);
        expect(studies.slice(-2)).toEqual(['result:3 due day 1100000', 'result:6 due day 1100000']);
      }),
    );
  });
});
