import { describe, expect, it } from 'vitest';
import { readInformativeReport } from '#lib/domain/informative-report/informative-report.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-03-02');
const RIGHT = {
  category: 'aid',
  text: 'Deltagaren behöver en arbetsstol för att klara praktiken.',
  answerBy: '',
};

/** Codes of what is wrong, by pointer. */
function faults(typed: Partial<typeof RIGHT>): Record<string, string> {
  const read = readInformativeReport({ ...RIGHT, ...typed }, TODAY);
  return read.ok ? {} : Object.fromEntries(read.error.map(({ pointer, code }) => [pointer, code]));
}

describe('an informative report', () => {
  it('is what was typed', () => {
    expect(readInformativeReport({ ...RIGHT, answerBy: '2026-03-02' }, TODAY)).toEqual({
      ok: true,
      value: { category: 'aid', text: RIGHT.text, answerBy: '2026-03-02' },
    });
  });

  it.each([
    [{ category: '' }, { '/category': 'categoryMissing' }],
    [{ category: 'health' }, { '/category': 'categoryMissing' }],
    [{ text: 'Ring mig.' }, { '/text': 'textTooShort' }],
    [{ answerBy: '2026-02-30' }, { '/answerBy': 'dateInvalid' }],
    [{ answerBy: '2026-03-01' }, { '/answerBy': 'answerByPast' }],
    [
      { category: '', text: '', answerBy: 'i morgon' },
      { '/category': 'categoryMissing', '/text': 'textTooShort', '/answerBy': 'dateInvalid' },
    ],
  ])('names every fault of %j', (typed, expected) => {
    expect(faults(typed)).toEqual(expected);
  });
});
