import { useId } from 'react';
import { cx } from '#components/ui/class-names.ts';
import type { Coordinates } from '#lib/domain/choice/distance.ts';
import {
  COUNTRY_PATH,
  dotRadius,
  MAP_HEIGHT,
  MAP_WIDTH,
  onMap,
} from '#lib/domain/provider-search/sweden-map.ts';

export type MapDot = Coordinates & { readonly key: string; readonly count: number };

export interface SwedenMapProps {
  title: string;
  /** What it shows, and where the same stands in words. */
  description: string;
  dots: readonly MapDot[];
  className?: string | undefined;
}

/** The country as dots where people live, and larger ones where there are contracts. What it shows stands beside it in words. */
export function SwedenMap({ title, description, dots, className }: SwedenMapProps) {
  const id = useId();
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
      className={cx('block h-auto w-full', className)}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <path d={COUNTRY_PATH} className="fill-none stroke-line-strong" strokeWidth="8" strokeLinecap="round" />
      {dots.map(({ key, count, ...place }) => {
        const { x, y } = onMap(place);
        return (
          <circle
            key={key}
            cx={x}
            cy={y}
            r={dotRadius(count)}
            strokeWidth="2.5"
            className="fill-accent stroke-sheet"
          />
        );
      })}
    </svg>
  );
}
