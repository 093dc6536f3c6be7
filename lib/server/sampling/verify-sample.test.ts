import { describe, expect, test } from 'vitest';
import { drawFrom, type FramedReport, type RankedReport } from '#lib/domain/sampling/draw.ts';
import { SAMPLE_FILE_FORMAT, type SampleFile } from '#lib/domain/sampling/sample-file.ts';
import { commitmentOf, frameHash, partHash, rankIn } from '#lib/server/sampling/sample-hash.ts';
import { verifySample } from '#lib/server/sampling/verify-sample.ts';
import { month } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';

const CYCLE = '01a00000-0000-7000-8000-000000000001';
const PROVIDERS = ['01a00000-0000-7000-8000-0000000000aa', '01a00000-0000-7000-8000-0000000000bb'];
const SECRET = Buffer.alloc(32, 7);
const LEVELS = ['A', 'B'] as const;

const idOf = (n: number): string => `01a00000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A closed cycle: two providers, an area, two levels, 30 reports of each. */
function closed(): SampleFile {
  const frames = PROVIDERS.map((providerId, at) =>
    Array.from({ length: 60 }, (_, n): FramedReport => {
      const level = LEVELS[n % 2] ?? 'A';
      const reportId = idOf(at * 100 + n);
      return {
        reportId,
        providerId,
        deliveryAreaId: 'Blekinge',
        level,
        contentHash: `hash-${reportId}`,
        amountOre: ore(1_265_000),
      };
    }),
  );
  const rules = { shareOf: () => ({ permille: 50, because: 'normal' }) as const, least: 1 };
  const drawn = frames.map((frame) => drawFrom(frame, rules, rankIn(CYCLE, SECRET)));
  const parts = drawn.map(({ strata, reports }) => partHash(strata, reports));
  const reports = drawn.flatMap((part) => part.reports);
  const at = '2026-02-11T05:00:00.000Z';
  return {
    format: SAMPLE_FILE_FORMAT,
    cycle: {
      id: CYCLE,
      month: month('2026-01'),
      draw: 1,
      openedAt: at,
      commitment: commitmentOf(CYCLE, SECRET).toString('hex'),
      drawnAt: at,
      frameCount: reports.length,
      drawnCount: reports.filter((report) => report.drawn).length,
      frameHash: frameHash(CYCLE, parts).toString('hex'),
      closedAt: at,
      secret: SECRET.toString('hex'),
    },
    providerId: null,
    parts: parts.map((part) => part.toString('hex')),
    strata: drawn.flatMap(({ strata }) => strata),
    reports,
    results: [],
  };
}

const codesOf = (file: SampleFile): readonly string[] =>
  [...new Set(verifySample(file).map(({ code }) => code))].toSorted();

/** The file with something done to one of its reports. */
function withReport(
  change: (report: RankedReport) => readonly RankedReport[],
  picks: (report: RankedReport) => boolean = () => true,
): SampleFile {
  const file = closed();
  const picked = file.reports.find(picks);
  return {
    ...file,
    reports: file.reports.flatMap((report) => (report === picked ? change(report) : [report])),
  };
}

describe('a closed cycle that is drawn again', () => {
  test('is equal, in whatever order its lists come', () => {
    const file = closed();
    expect(verifySample(file)).toEqual([]);
    expect(
      verifySample({ ...file, reports: file.reports.toReversed(), strata: file.strata.toReversed() }),
    ).toEqual([]);
  });

  test('is equal also for a provider that has its own part alone', () => {
    const file = closed();
    const [, providerId = ''] = PROVIDERS;
    const own = <T extends { readonly providerId: string }>(list: readonly T[]) =>
      list.filter((one) => one.providerId === providerId);
    expect(
      verifySample({ ...file, providerId, strata: own(file.strata), reports: own(file.reports) }),
    ).toEqual([]);
  });

  test('has lost a report', () => {
    expect(
      codesOf(
        withReport(
          () => [],
          ({ drawn }) => !drawn,
        ),
      ),
    ).toEqual(expect.arrayContaining(['countDiffers', 'partDiffers', 'stratumCountDiffers']));
  });

  test('has got a report', () => {
    const added = withReport((report) => [report, { ...report, reportId: idOf(999), drawn: false }]);
    expect(codesOf(added)).toEqual(
      expect.arrayContaining(['countDiffers', 'partDiffers', 'stratumCountDiffers']),
    );
  });

  test('has a report in another stratum', () => {
    const moved = withReport(
      (report) => [{ ...report, level: 'B' }],
      ({ level }) => level === 'A',
    );
    expect(codesOf(moved)).toEqual(expect.arrayContaining(['partDiffers', 'stratumCountDiffers']));
  });

  test('has a report of another content', () => {
    expect(codesOf(withReport((report) => [{ ...report, contentHash: 'another' }]))).toEqual(['partDiffers']);
  });

  test('has a report of another amount', () => {
    expect(codesOf(withReport((report) => [{ ...report, amountOre: ore(1) }]))).toEqual([
      'partDiffers',
      'stratumAmountDiffers',
    ]);
  });

  test('has drawn another', () => {
    const file = closed();
    const [first] = file.reports.filter(({ drawn }) => drawn);
    const other = file.reports.find(
      ({ drawn, level, providerId }) => !drawn && level === first?.level && providerId === first.providerId,
    );
    const swapped = file.reports.map((report) =>
      report === first || report === other ? { ...report, drawn: !report.drawn } : report,
    );
    const found = verifySample({ ...file, reports: swapped });
    expect(found.map(({ code }) => code)).toEqual(['drawDiffers', 'drawDiffers']);
    expect(found.map(({ message }) => message).join(' ')).toContain(first?.reportId);
  });

  test('has another secret', () => {
    const file = closed();
    const secret = Buffer.alloc(32, 8).toString('hex');
    expect(codesOf({ ...file, cycle: { ...file.cycle, secret } })).toEqual(
      expect.arrayContaining(['commitmentDiffers', 'orderDiffers']),
    );
  });

  test('has another secret with a commitment to it: then others are drawn', () => {
    const file = closed();
    const secret = Buffer.alloc(32, 8);
    const cycle = {
      ...file.cycle,
      secret: secret.toString('hex'),
      commitment: commitmentOf(CYCLE, secret).toString('hex'),
    };
    expect(codesOf({ ...file, cycle })).toEqual(expect.arrayContaining(['drawDiffers', 'orderDiffers']));
  });

  test('has a stratum of which fewer were drawn than its share', () => {
    const file = closed();
    const strata = file.strata.map((stratum, at) => (at === 0 ? { ...stratum, drawnCount: 1 } : stratum));
    expect(codesOf({ ...file, strata })).toEqual(['partDiffers', 'sizeDiffers']);
  });

  test('has other probabilities than it was drawn with', () => {
    expect(codesOf(withReport((report) => [{ ...report, stratumCount: 31 }]))).toEqual([
      'probabilityDiffers',
    ]);
  });

  test('has another hash of its frame', () => {
    const file = closed();
    expect(codesOf({ ...file, cycle: { ...file.cycle, frameHash: '0'.repeat(64) } })).toEqual([
      'frameHashDiffers',
    ]);
  });
});
