import type { Tally } from '#lib/domain/quality/tally.ts';
import type { QualityState } from '#lib/domain/quality/standing.ts';

const PARTS: readonly { readonly state: QualityState; readonly look: string }[] = [
  { state: 'met', look: 'fill-accent' },
  { state: 'near', look: 'fill-warn-line' },
  { state: 'unknown', look: 'fill-line' },
  { state: 'broken', look: 'fill-stop print:fill-none print:stroke-ink' },
];

type Props = {
  readonly tally: Tally;
  /** All of it in words; the numbers also stand beside. */
  readonly words: string;
  readonly className?: string | undefined;
};

/** How many stand in each state, as parts of one bar. Widths are attributes of shapes. */
export function StateBar({ tally, words, className = '' }: Props) {
  const all = PARTS.reduce((sum, { state }) => sum + tally[state], 0);
  const percent = (count: number): string => `${all === 0 ? 0 : (count / all) * 100}%`;
  return (
    <svg className={`block ${className}`} width="100%" height="8" role="img" aria-label={words}>
      <rect width="100%" height="8" className="fill-sunken" />
      {PARTS.map(({ state, look }, index) => {
        const before = PARTS.slice(0, index).reduce((sum, part) => sum + tally[part.state], 0);
        return (
          <rect key={state} x={percent(before)} width={percent(tally[state])} height="8" className={look} />
        );
      })}
    </svg>
  );
}
