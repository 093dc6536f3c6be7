import { describe, expect, it } from 'vitest';
import { AGREEMENT } from '#lib/domain/effect/testing/one-placement.ts';
import {
  type CorrectionItem,
  guardDecider,
  staleItems,
  staleProblem,
} from '#lib/domain/placement-correction/correction.ts';
import {
  type CorrectablePlacement,
  planCorrection,
} from '#lib/domain/placement-correction/plan-correction.ts';
import { readCorrectionRows } from '#lib/domain/placement-correction/read-correction-rows.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function codes(text: string): readonly (readonly [number | undefined, string])[] {
  const read = readCorrectionRows(text);
  return read.ok ? [] : read.error.map(({ row, code }) => [row, code] as const);
}

describe('references that are pasted', () => {
  it('come one a line, with a level or without, under a head or not, from any spreadsheet', () => {
    const rows = [
      { row: 2, reference: '123456789', level: 'B' },
      { row: 4, reference: '123456780', level: null },
      { row: 5, reference: '123456781', level: 'C' },
    ];
    expect(
      readCorrectionRows('\uFEFFreferens;nivå\r\n123456789;b\r\n\r\n"123456780"\r\n123456781\tC\r\n'),
    ).toEqual({
      ok: true,
      value: rows,
    });
  });

  it.each([
    ['nothing', '', [[undefined, 'rowsMissing']]],
    ['no reference', '12345;B', [[1, 'referenceInvalid']]],
    ['an unknown level', '123456789;D', [[1, 'levelInvalid']]],
    ['more than two columns', '123456789;B;A', [[1, 'rowTooLong']]],
    ['a reference twice', '123456789;B\n123456789;C', [[2, 'referenceTwice']]],
  ] as const)('with %s are told by row', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('are not more than ten thousand', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => String(100_000_000 + index)).join('\n');
    expect(codes(many)).toEqual([[undefined, 'tooManyRows']]);
  });
});

const PLACEMENT: CorrectablePlacement = {
  reference: '123456789',
  placementId: 'p1',
  providerId: 'v1',
  level: 'B',
  agreementVersionId: 'other',
  vatPermille: 250,
  from: plainDate('2026-01-02'),
  underCorrection: false,
};
const ROW = { row: 1, reference: '123456789', level: null };

describe('a correction', () => {
  it('takes every placement of the decision, those that are right already left out', () => {
    const found = [PLACEMENT, { ...PLACEMENT, placementId: 'p2', level: 'C' as const }];
    const plan = planCorrection([ROW], found, { level: 'C', agreement: null });
    expect(plan).toMatchObject({ ok: true, value: [{ placementId: 'p1', fromLevel: 'B', toLevel: 'C' }] });
  });

  it('gives a line its own level, and all the agreement version', () => {
    const plan = planCorrection([{ ...ROW, level: 'A' }], [PLACEMENT], { level: 'C', agreement: AGREEMENT });
    expect(plan).toMatchObject({
      ok: true,
      value: [{ toLevel: 'A', fromAgreementVersionId: 'other', toAgreementVersionId: AGREEMENT.id }],
    });
  });

  it.each([
    ['is not known', [], 'referenceUnknown'],
    ['stands in another correction', [{ ...PLACEMENT, underCorrection: true }], 'underCorrection'],
    ['has nothing to change', [{ ...PLACEMENT, level: 'C' as const }], 'nothingChanges'],
  ] as const)('refuses a reference that %s', (_, found, code) => {
    expect(planCorrection([ROW], found, { level: 'C', agreement: null })).toMatchObject({
      ok: false,
      error: [{ row: 1, code }],
    });
  });

  it('refuses an agreement version without a price on the first day', () => {
    const early = { ...PLACEMENT, from: plainDate('2019-06-01') };
    expect(planCorrection([ROW], [early], { level: null, agreement: AGREEMENT })).toMatchObject({
      error: [{ code: 'agreementNotInForce' }],
    });
  });

  it('refuses an agreement version with another VAT: what was posted with the former would keep it', () => {
    const free = { ...AGREEMENT, vatPermille: 0 };
    expect(planCorrection([ROW], [PLACEMENT], { level: null, agreement: free })).toMatchObject({
      error: [{ code: 'vatDiffers' }],
    });
  });

  it('refuses two levels for one placement', () => {
    const rows = [
      { ...ROW, level: 'A' as const },
      { row: 2, reference: '123456780', level: 'C' as const },
    ];
    const found = [PLACEMENT, { ...PLACEMENT, reference: '123456780' }];
    expect(planCorrection(rows, found, { level: null, agreement: null })).toMatchObject({
      error: [{ row: 2, code: 'levelsDiffer' }],
    });
  });

  it('is not decided by who declared it', () => {
    expect(guardDecider('anna', 'anna')).toMatchObject({ status: 403 });
    expect(guardDecider('anna', 'bo')).toBeNull();
  });
});

describe('a stale correction', () => {
  const item: CorrectionItem = {
    placementId: 'p1',
    providerId: 'v1',
    implementationReference: '123456789',
    fromLevel: 'B',
    toLevel: 'C',
    fromAgreementVersionId: 'k',
    toAgreementVersionId: 'k',
    differenceOre: ore(100),
    nextBeforeOre: ore(0),
    nextOre: ore(100),
  };
  const now = {
    level: 'B',
    agreementVersionId: 'k',
    differenceOre: ore(100),
    nextBeforeOre: ore(0),
    nextOre: ore(100),
  } as const;

  it('names the placements: gone, changed, or with other kronor; what stands is not named', () => {
    const of = (stands: Parameters<typeof staleItems>[1]) =>
      staleItems([item], stands).map(({ code }) => code);
    expect(of(new Map())).toEqual(['placementGone']);
    expect(of(new Map([['p1', { ...now, level: 'C' as const }]]))).toEqual(['placementChanged']);
    expect(of(new Map([['p1', { ...now, nextOre: ore(99) }]]))).toEqual(['kronorChanged']);
    expect(of(new Map([['p1', now]]))).toEqual([]);
  });

  it('names twenty, and counts the rest', () => {
    const stale = staleItems(
      Array.from({ length: 30 }, () => item),
      new Map(),
    );
    expect(staleProblem(stale).errors.at(-1)?.message).toBe('Och 10 placeringar till.');
    expect(staleProblem(stale).status).toBe(409);
  });
});
