import { describe, expect, test } from 'vitest';
import { endRelatedCompany, readRelatedCompany } from '#lib/domain/related-company/related-company.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-04-20');
const typed = {
  orgNo: '16559000-0005',
  companyName: ' Systerbolaget AB ',
  source: 'Årsredovisning 2025',
  from: '2025-01-01',
};

describe('a related company', () => {
  test('is read as it was typed, whatever stands around its number', () => {
    expect(readRelatedCompany(typed, '5560360793', TODAY)).toMatchObject({
      value: { orgNo: '5590000005', name: 'Systerbolaget AB', from: '2025-01-01' },
    });
  });

  test.each([
    ['a number that is none', { orgNo: '5590000006' }, ['/orgNo']],
    ['the provider itself', { orgNo: '556036-0793' }, ['/orgNo']],
    ['neither name nor source', { companyName: ' ', source: '' }, ['/companyName', '/source']],
    ['a day that is none', { from: 'i fjol' }, ['/from']],
    ['a day that has not come', { from: '2026-04-21' }, ['/from']],
  ])('is refused with %s, at its field', (_, change, pointers) => {
    const read = readRelatedCompany({ ...typed, ...change }, '5560360793', TODAY);
    expect(read.ok ? [] : read.error.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test.each([
    ['2025-01-02', true],
    ['2026-04-20', true],
    ['2025-01-01', false],
    ['2026-04-21', false],
    ['', false],
  ])('is ended on a day after its first and not ahead: %s', (to, expected) => {
    expect(endRelatedCompany({ from: plainDate('2025-01-01'), to: null }, to, TODAY).ok).toBe(expected);
  });

  test('is ended once', () => {
    const ended = { from: plainDate('2025-01-01'), to: plainDate('2026-01-01') };
    expect(endRelatedCompany(ended, '2026-02-01', TODAY)).toMatchObject({ error: { code: 'alreadyEnded' } });
  });
});
