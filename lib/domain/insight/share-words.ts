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
