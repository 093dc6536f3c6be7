import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { employerFindings, type KnownEmployers } from '#lib/domain/outcome/employer-findings.ts';
import { outcomeFindingWords } from '#lib/domain/outcome/outcome-finding.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const OWN = '5560360793';
const known: KnownEmployers = {
  providerOrgNo: OWN,
  related: [
    { orgNo: '5590000000', from: plainDate('2025-01-01'), to: null },
    { orgNo: '5590000001', from: plainDate('2024-01-01'), to: plainDate('2026-04-01') },
  ],
  placedFrom: plainDate('2026-01-02'),
  earlierWork: [
    { place: 'Bageriet i Ronneby', toYear: 2024 },
    { place: 'Kvarnen', toYear: 2027 },
  ],
};
const spell = {
  from: plainDate('2026-04-01'),
  to: null,
  extentPercent: 100,
  employerOrgNo: '5599458022',
  employerName: 'Lagret AB',
};
const found = (given: Partial<typeof spell>, type: 'employment' | 'studies' = 'employment') =>
  employerFindings({ type, spells: [{ ...spell, ...given }] }, known);
const codes = (...given: Parameters<typeof found>) => found(...given).map(({ code }) => code);

describe('an outcome’s employer is pointed out', () => {
  test.each([
    ['where it is the provider itself', { employerOrgNo: OWN }, ['RELATED_EMPLOYER']],
    ['where it is a company related to it', { employerOrgNo: '5590000000' }, ['RELATED_EMPLOYER']],
    ['not where it was related before the work began', { employerOrgNo: '5590000001' }, []],
    [
      'where it was related for a part of the work',
      { employerOrgNo: '5590000001', from: plainDate('2026-03-31') },
      ['RELATED_EMPLOYER'],
    ],
    [
      'where the participant has worked there before, whatever kind of company it is called',
      { employerName: 'Bageriet i Ronneby AB' },
      ['EMPLOYED_BEFORE'],
    ],
    ['not where that work came after the placement began', { employerName: 'Kvarnen AB' }, []],
    [
      'where the work began within seven days of the placement',
      { from: plainDate('2026-01-08') },
      ['EMPLOYED_BEFORE'],
    ],
    ['not where it began after seven days', { from: plainDate('2026-01-09') }, []],
    ['not where it is anybody else', {}, []],
    [
      'for both where both are true',
      { employerOrgNo: OWN, from: plainDate('2026-01-02') },
      ['RELATED_EMPLOYER', 'EMPLOYED_BEFORE'],
    ],
  ])('%s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  test('not as a former employer where it is a school, but as the provider’s own', () => {
    expect(codes({ from: plainDate('2026-01-03') }, 'studies')).toEqual([]);
    expect(codes({ employerOrgNo: OWN }, 'studies')).toEqual(['RELATED_EMPLOYER']);
  });

  test('once each, in whatever order its spells stand', () => {
    const date = fc
      .constantFrom('2025-12-30', '2026-01-05', '2026-02-01', '2026-03-31', '2026-05-01')
      .map(plainDate);
    const one = fc.record({
      from: date,
      to: fc.constant(null),
      extentPercent: fc.constant(50),
      employerOrgNo: fc.constantFrom(OWN, '5590000000', '5590000001', '5599458022', null),
      employerName: fc.constantFrom('Lagret AB', 'Bageriet i Ronneby', 'Kvarnen'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (spells) => {
        const findings = employerFindings({ type: 'employment', spells }, known);
        expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length);
        const turned = employerFindings({ type: 'employment', spells: spells.toReversed() }, known);
        expect(turned.map(({ code }) => code)).toEqual(findings.map(({ code }) => code));
        const isOwn = spells.some(
          ({ employerOrgNo }) => employerOrgNo === OWN || employerOrgNo === '5590000000',
        );
        expect(!isOwn || findings.some(({ code }) => code === 'RELATED_EMPLOYER')).toBe(true);
      }),
    );
  });
});

test('the sentences hold the facts, in both languages', () => {
  const [related, before] = found({ employerOrgNo: OWN, from: plainDate('2026-01-08') });
  if (related === undefined || before === undefined) throw new Error('Nothing was found');
  expect(outcomeFindingWords(related)).toBe('Arbetsgivaren Lagret AB (556036-0793) är leverantören själv.');
  expect(outcomeFindingWords(before)).toBe(
    'Arbetet hos Lagret AB började 8 januari 2026, inom sju dagar från placeringens första dag 2 januari 2026.',
  );
  expect(outcomeFindingWords(related, 'en')).toBe(
    'The employer Lagret AB (556036-0793) is the provider itself.',
  );
});
