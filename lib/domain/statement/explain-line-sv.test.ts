import { describe, expect, it } from 'vitest';
import { explainLineSv } from '#lib/domain/statement/explain-line-sv.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import { month } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function textsOf(because: readonly LineStep[]): readonly string[] {
  return explainLineSv(because).map(({ text }) => text.replaceAll('\u00A0', ' '));
}

/** The words that lead to the report, of the sentence that gives a reason against paying. */
function linkedWords(reason: 'reportNotApproved' | 'reportMissing'): string {
  const [sentence] = explainLineSv([{ rule: 'correction.notPayable', section: '5', facts: { reason } }]);
  const words = sentence?.text.split(' ') ?? [];
  return words.slice(0, sentence?.link?.words ?? 0).join(' ');
}

describe('why a line has its amount', () => {
  it('leads from the report to the report', () => {
    const facts = { month: month('2021-03'), submittedOn: plainDate('2021-04-06'), lapsesAfterDays: null };
    const [sentence] = explainLineSv([{ rule: 'basePay.reportApproved', section: '3.3', facts }]);
    expect(sentence).toEqual({
      rule: 'basePay.reportApproved',
      text: 'Rapporten skickades in 6 april 2021, och är godkänd.',
      link: { to: 'report', words: 1 },
    });
  });

  it('and from a withdrawn approval too, where there is a report to lead to', () => {
    expect(linkedWords('reportNotApproved')).toBe('Månadens rapport');
    expect(linkedWords('reportMissing')).toBe('');
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
