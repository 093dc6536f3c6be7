import {
  CHECK_CATALOGUE,
  JUDGED_CHECKS,
  type JudgedCheck,
  settingOf,
  weightOf,
} from '#lib/domain/insight/check-catalogue.ts';
import { type ShareInterval, wilson } from '#lib/domain/insight/wilson.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What was found by a check, of what came in: in all, judged by a person, and found right by them. */
export type Counts = { readonly found: number; readonly judged: number; readonly upheld: number };

/** The same of one check, in the months asked about and since the days on which the two latest terms came into force. */
export type CheckCounts = {
  readonly code: string;
  readonly asked: Counts;
  readonly now: Counts;
  readonly before: Counts;
};

/** Terms with the day on which they came into force. */
export type DatedTerms = { readonly validFrom: PlainDate; readonly terms: Terms };

/** Judged findings below which a precision is too uncertain to be told. */
export const LEAST_JUDGED = 10;

export type Trend = 'better' | 'worse' | 'same';

export type CheckPrecision = Counts & {
  readonly code: JudgedCheck;
  readonly severity: 'hold' | 'flag';
  readonly weightPermille: number | null;
  /** The day since which setting and weight have been what they are. */
  readonly since: PlainDate;
  /** Null where too few have been judged to say. */
  readonly precision: ShareInterval | null;
  /** Under the terms in force against those before; null where either has too few. */
  readonly trend: Trend | null;
  readonly shareBefore: number | null;
};

export type CheckPage = {
  readonly from: Month;
  readonly to: Month;
  readonly terms: Terms;
  readonly termsFrom: PlainDate;
  /** The day on which the terms before those in force came into force; null where there are none. */
  readonly beforeFrom: PlainDate | null;
  readonly checks: readonly CheckPrecision[];
  readonly readAt: string;
};

const NOTHING: Counts = { found: 0, judged: 0, upheld: 0 };

/** Every check with its precision: the share of what it found, and a person has judged, that was right (review section 1). `terms` begin with those in force. */
export function precisionOf(
  counts: readonly CheckCounts[],
  terms: readonly [DatedTerms, ...DatedTerms[]],
): readonly CheckPrecision[] {
  return JUDGED_CHECKS.map((code) => {
    const {
      asked = NOTHING,
      now = NOTHING,
      before = NOTHING,
    } = counts.find((one) => one.code === code) ?? {};
    const earlier = enough(before);
    return {
      code,
      severity: CHECK_CATALOGUE[code].severity,
      weightPermille: weightOf(code, terms[0].terms),
      since: settledSince(code, terms),
      ...asked,
      precision: enough(asked),
      trend: trendOf(enough(now), earlier),
      shareBefore: earlier?.share ?? null,
    };
  });
}

function enough({ judged, upheld }: Counts): ShareInterval | null {
  return judged < LEAST_JUDGED ? null : wilson(upheld, judged);
}

/** Better or worse where neither share is within the other's interval. */
function trendOf(now: ShareInterval | null, before: ShareInterval | null): Trend | null {
  if (now === null || before === null) return null;
  if (now.low > before.share && before.high < now.share) return 'better';
  return now.high < before.share && before.low > now.share ? 'worse' : 'same';
}

function settledSince(
  code: JudgedCheck,
  [inForce, ...older]: readonly [DatedTerms, ...DatedTerms[]],
): PlainDate {
  const key = ({ terms }: DatedTerms): string => `${settingOf(code, terms, 'sv')} ${weightOf(code, terms)}`;
  let since = inForce.validFrom;
  for (const earlier of older) {
    if (key(earlier) !== key(inForce)) break;
    since = earlier.validFrom;
  }
  return since;
}
