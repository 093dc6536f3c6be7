import { useTranslations } from 'next-intl';
import type { ForecastMonth } from '#lib/domain/statement/forecast.ts';

const BAR = 26;
const GAP = 10;
const HEIGHT = 96;

/**
 * The months as bars, made on the server. The table beside it says the same to everybody: the picture is for the eye
 * alone, and its widths and heights are attributes of shapes.
 */
export function ForecastChart({ months }: { months: readonly ForecastMonth[] }) {
  const t = useTranslations('statement.waiting');
  const most = Math.max(1, ...months.map(({ amountOre }) => amountOre));
  const width = months.length * (BAR + GAP);
  return (
    <svg
      className="mb-4 block h-24 max-w-full"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="xMinYMax meet"
      role="img"
      aria-label={t('chart')}
    >
      {months.map(({ month, amountOre }, index) => {
        const height = amountOre === 0 ? 0 : Math.max(2, Math.round(((HEIGHT - 4) * amountOre) / most));
        return (
          <rect
            key={month}
            x={index * (BAR + GAP)}
            y={HEIGHT - 2 - height}
            width={BAR}
            height={height}
            className="fill-accent"
          />
        );
      })}
      <rect x="0" y={HEIGHT - 2} width={width} height="1" className="fill-line-strong" />
    </svg>
  );
}
