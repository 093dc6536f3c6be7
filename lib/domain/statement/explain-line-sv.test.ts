import { describe, expect, it } from 'vitest';
import { NOT_PAYABLE_REASONS, type NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import { approved, given, work } from '#lib/domain/compensation/testing/given.ts';
import { explainLineSv } from '#lib/domain/statement/explain-line-sv.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import { month } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function textsOf(because: readonly LineStep[]): readonly string[] {
  return explainLineSv(because).map(({ text }) => text.replaceAll('\u00A0', ' '));
}

/** Each sentence with the words that lead somewhere in brackets, and where. */
function linked(because: readonly LineStep[]): readonly string[] {
  return explainLineSv(because).map(({ parts }) =>
    parts.map(({ text, to }) => (to === null ? text : `[${text}](${to})`)).join(''),
  );
}

describe('why a line has its amount', () => {
  it('leads from the report to the report', () => {
    const facts = { month: month('2021-03'), submittedOn: plainDate('2021-04-06'), lapsesAfterDays: null };
    expect(linked([{ rule: 'basePay.reportApproved', section: '3.3', facts }])).toEqual([
      '[Rapporten](report) skickades in 6 april 2021, och är godkänd.',
    ]);
  });

  it('leads from every sentence of an outcome’s amounts to what it names', () => {
    const { lines } = given({
      placement: { end: '2021-06-01', endReason: 'outcome' },
      reports: [approved('2021-03', '2021-04-06')],
      outcome: work(),
      asOf: '2021-12-01',
    });
    const told = lines.flatMap(({ because }) => linked(because));
    for (const words of [
      '[Resultatet](outcome)',
      '[Signalen](outcome)',
      '[Underlagen](outcome)',
      '[nivå B](placement)',
      '[Placeringen](placement)',
      '[tjänsteperiod 1](placement)',
      '[Deltagaren](placement)',
    ]) {
      expect(told.join(' ')).toContain(words);
    }
    for (const { because } of lines) {
      for (const { text, parts } of explainLineSv(because)) {
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(text).toMatch(/^[A-ZÅÄÖ0-9].*\.$/u);
      }
    }
  });

  it('leads from what is not payable to what it is about, for every reason', () => {
    const of = (reason: NotPayableReason) =>
      linked([{ rule: 'correction.notPayable', section: '5', facts: { reason } }]).join('');
    const without = NOT_PAYABLE_REASONS.filter((reason) => !of(reason).includes('['));
    expect(without).toEqual(['reportMissing']);
    expect(of('reportNotApproved')).toMatch(/^\[Månadens rapport\]\(report\)/);
  });

  it('a correction ends with what is right, what is posted and the difference', () => {
    const difference = { earnedOre: ore(0), postedOre: ore(136_500), amountOre: ore(-136_500) };
    expect(
      textsOf([
        { rule: 'correction.notPayable', section: '5', facts: { reason: 'reportNotApproved' } },
        { rule: 'correction.difference', section: '5', facts: difference },
      ]),
    ).toEqual([
      'Månadens rapport är inte godkänd. Därför betalas inget för den i dag.',
      'Rätt belopp är 0,00 kr. Tidigare underlag har 1 365,00 kr. Skillnaden är −1 365,00 kr.',
    ]);
  });

  it('says when an amount that was paid too soon can come, and when nothing is left of it', () => {
    expect(
      textsOf([
        { rule: 'correction.pending', section: '5', facts: { dueOn: plainDate('2021-11-16') } },
        { rule: 'correction.nothingEarned', section: '5', facts: { key: 'speed' } },
      ]),
    ).toEqual([
      'Beloppet kan betalas tidigast 16 november 2021, om inget ändras.',
      'Med de uppgifter som gäller i dag ger det här inget belopp.',
    ]);
  });
});
