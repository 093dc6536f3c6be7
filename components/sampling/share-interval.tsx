import type { Estimate } from '#lib/domain/sampling/estimate.ts';

type Props = {
  readonly share: NonNullable<Estimate['share']>;
  readonly isTooSmall: boolean;
  /** The share at the right end, 0–1: the same for all that are compared. */
  readonly most: number;
  /** The whole in words; the numbers also stand in text beside. */
  readonly words: string;
};

function percent(share: number, most: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share / most)) * 1000) / 10}%`;
}

/** An estimated share as a tick on the interval that holds it. Widths are attributes of shapes. */
export function ShareInterval({ share, isTooSmall, most, words }: Props) {
  const { estimate, low, high } = share;
  return (
    <svg
      className="my-1 block min-w-30 overflow-visible"
      width="100%"
      height="14"
      role="img"
      aria-label={words}
    >
      <rect y="6" width="100%" height="2" className="fill-line-strong" />
      <rect
        x={percent(low, most)}
        y="3"
        width={percent(Math.max(high - low, most / 200), most)}
        height="8"
        rx="3"
        className={isTooSmall ? 'fill-sunken stroke-line-strong' : 'fill-accent'}
      />
      <rect x={percent(estimate, most)} width="2" height="14" className="fill-ink" />
    </svg>
  );
}

/** The right end for shares that are compared: a tenth, or the highest there is. */
export function mostOf(estimates: readonly (Estimate | null)[]): number {
  return Math.max(0.1, ...estimates.map((estimate) => estimate?.share?.high ?? 0));
}
