import type { ShareInterval } from '#lib/domain/insight/wilson.ts';

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** A share with its interval on a line from none to all. The numbers stand in text beside. Widths are attributes of shapes. */
export function IntervalBar({ share, low, high }: ShareInterval) {
  return (
    <svg className="block max-w-40 min-w-24 overflow-visible" width="100%" height="14" aria-hidden="true">
      <rect y="6" width="100%" height="2" className="fill-line" />
      <rect x={percent(low)} y="5" width={percent(high - low)} height="4" className="fill-line-strong" />
      <rect x={percent(share)} y="1" width="3" height="12" className="fill-accent print:fill-ink" />
    </svg>
  );
}
