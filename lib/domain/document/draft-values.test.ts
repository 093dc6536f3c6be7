import { describe, expect, it } from 'vitest';
import { flattenFields } from '#lib/domain/document/draft-values.ts';

describe('the fields of a draft', () => {
  it('keep their paths, whether they came as a tree or by name', () => {
    const expected = { cause: 'sick', 'days.0.date': '2026-03-02', 'days.1.date': '' };
    expect(flattenFields({ cause: 'sick', days: { 0: { date: '2026-03-02' }, 1: { date: '' } } })).toEqual(
      expected,
    );
    expect(flattenFields({ cause: 'sick', 'days.0.date': '2026-03-02', days: { 1: { date: '' } } })).toEqual(
      expected,
    );
  });

  it('hold text alone', () => {
    expect(flattenFields({ a: 1, b: null, c: true, d: 'ja' })).toEqual({ d: 'ja' });
  });
});
