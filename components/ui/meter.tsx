export interface MeterProps {
  /** All three in the same unit. */
  value: number;
  most: number;
  /** The least there should be, marked with a tick; below it the bar warns. */
  least?: number | undefined;
  /** The whole in words: `3:15 av minst 4:26`. The number also stands in text beside. */
  words: string;
  className?: string | undefined;
}

function percent(part: number, whole: number): string {
  const share = whole > 0 ? part / whole : 0;
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
}

/** How much there is of what should be. Widths are attributes of shapes, since style attributes are not allowed. */
export function Meter({ value, most, least, words, className = 'max-w-75' }: MeterProps) {
  const isLow = least !== undefined && value < least;
  return (
    <svg
      className={`block overflow-visible ${className}`}
      width="100%"
      height="12"
      role="img"
      aria-label={words}
    >
      <rect y="3" width="100%" height="6" rx="3" className="fill-sunken stroke-line" />
      <rect
        y="3"
        width={percent(value, most)}
        height="6"
        rx="3"
        className={isLow ? 'fill-warn-line' : 'fill-accent'}
      />
      {least !== undefined && <rect x={percent(least, most)} width="2" height="12" className="fill-ink" />}
    </svg>
  );
}
