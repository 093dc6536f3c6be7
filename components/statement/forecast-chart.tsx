import { useLocale, useTranslations } from 'next-intl';
import type { ForecastMonth } from '#lib/domain/statement/forecast.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';

const STEP = 56;
const BAR = 32;
const HEIGHT = 96;
const FOOT = 20;
/** Letters of a month's name that tell it from the others. */
const SHORT = 3;

/**
 * The months as bars, made on the server. The table below says the same to everybody: the picture is for the eye
 * alone, and its widths and heights are attributes of shapes.
 */
export function ForecastChart({ months }: { months: readonly ForecastMonth[] }) {
  const t = useTranslations('statement.waiting');
  const locale = useLocale();
  const most = Math.max(1, ...months.map(({ amountOre }) => amountOre));
  const width = months.length * STEP;
  return (
    <svg
      className="mb-4 block h-32 max-w-full"
      viewBox={`0 0 ${width} ${HEIGHT + FOOT}`}
      preserveAspectRatio="xMinYMax meet"
      role="img"
      aria-label={t('chart')}
    >
      {months.map(({ month, amountOre }, index) => {
        const height = amountOre === 0 ? 0 : Math.max(2, Math.round(((HEIGHT - 4) * amountOre) / most));
        const middle = index * STEP + STEP / 2;
        return (
          <g key={month}>
            <rect
              x={middle - BAR / 2}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              className="fill-accent"
            />
            <text x={middle} y={HEIGHT + FOOT - 5} textAnchor="middle" fontSize="13" className="fill-ink-2">
              {formatMonthName(month, locale).slice(0, SHORT)}
            </text>
          </g>
        );
      })}
      <rect x="0" y={HEIGHT} width={width} height="1" className="fill-line-strong" />
    </svg>
  );
}
