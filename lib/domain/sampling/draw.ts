import type { SampleShare, ShareReason, StratumKey } from '#lib/domain/sampling/stratum.ts';
import { sampleSize } from '#lib/domain/sampling/stratum.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';

/** A report that the rules would approve, as it stands in the frame that is drawn from. */
export type FramedReport = StratumKey & {
  readonly reportId: string;
  readonly contentHash: string;
  readonly amountOre: Ore;
};

/** A stratum of a frame, how many of it are drawn, and by what: a share per mille and a least number, and why that share. */
export type DrawnStratum = StratumKey & {
  readonly frameCount: number;
  /** What its reports are worth together, in öre. */
  readonly frameOre: Ore;
  readonly drawnCount: number;
  readonly sharePermille: number;
  readonly least: number;
  readonly because: ShareReason;
};

/** A report with its place in the order of its stratum, from 1; the first `drawnCount` of its `stratumCount` are drawn. */
export type RankedReport = FramedReport & {
  readonly position: number;
  readonly drawnCount: number;
  readonly stratumCount: number;
  readonly drawn: boolean;
};

export type DrawnFrame = {
  readonly strata: readonly DrawnStratum[];
  readonly reports: readonly RankedReport[];
};

/** Texts in the order of their code units: the same everywhere, whatever the language of the machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function stratumText({ providerId, deliveryAreaId, level }: StratumKey): string {
  return `${providerId} ${deliveryAreaId} ${level}`;
}

/**
 * Draws from a frame: of each stratum as many as its share and the least number say, those with the lowest ranks. `rankOf` gives each
 * report's rank as text of one length. The same frame, shares and ranks give the same draw, in whatever order they come; strata are
 * told in the order of provider, area and level, reports in that of their ids. Source: review section 3.
 */
export function drawFrom(
  frame: readonly FramedReport[],
  rules: { readonly shareOf: (stratum: StratumKey) => SampleShare; readonly least: number },
  rankOf: (reportId: string) => string,
): DrawnFrame {
  const strata: DrawnStratum[] = [];
  const reports: RankedReport[] = [];
  const byStratum = [...Map.groupBy(frame, stratumText)].toSorted(([a], [b]) => byText(a, b));
  for (const [, members] of byStratum) {
    const [first] = members;
    if (first === undefined) continue;
    const { providerId, deliveryAreaId, level } = first;
    const { permille, because } = rules.shareOf(first);
    const drawnCount = sampleSize(members.length, permille, rules.least);
    const counts = {
      frameCount: members.length,
      frameOre: sumOre(members.map(({ amountOre }) => amountOre)),
      drawnCount,
      sharePermille: permille,
      least: rules.least,
      because,
    };
    strata.push({ providerId, deliveryAreaId, level, ...counts });
    const ranked = members.map((report) => ({ report, rank: rankOf(report.reportId) }));
    ranked.sort((a, b) => byText(a.rank, b.rank));
    for (const [at, { report }] of ranked.entries())
      reports.push({
        ...report,
        position: at + 1,
        drawnCount,
        stratumCount: members.length,
        drawn: at < drawnCount,
      });
  }
  return { strata, reports: reports.toSorted((a, b) => byText(a.reportId, b.reportId)) };
}
