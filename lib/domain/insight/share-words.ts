import type { ShareInterval } from '#lib/domain/insight/wilson.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** A share 0–1 in per cent, whole or with one decimal: `4 %`, `4,3 %`. */
export function percentWords(share: number, locale: ProblemLocale, decimals: 0 | 1 = 0): string {
  const number = (share * 100).toFixed(decimals);
  return `${locale === 'sv' ? number.replace('.', ',') : number}\u00A0%`;
}

/** A share with its 95 % interval: `75 % (53–89)`. */
export function shareWords({ share, low, high }: ShareInterval, locale: ProblemLocale): string {
  return `${percentWords(share, locale)} (${Math.floor(low * 100)}–${Math.ceil(high * 100)})`;
}

/** An estimated share of error with its 95 % interval, in tenths of per cent: `1,2 % (0,1–4,6)`. */
export function errorShareWords(
  { estimate, low, high }: { readonly estimate: number; readonly low: number; readonly high: number },
  locale: ProblemLocale,
): string {
  const bound = (share: number): string => percentWords(share, locale, 1).replace('\u00A0%', '');
  return `${percentWords(estimate, locale, 1)} (${bound(low)}–${bound(high)})`;
}
