import { useTranslations } from 'next-intl';

const EXAMPLES = [
  ['log', '2:00'],
  ['changed', '2:30'],
  ['empty', ''],
  ['off', '–'],
  ['warn', ''],
  ['stop', '6:00'],
] as const;

/** What the looks of the cells mean, in words beside each. */
export function GridLegend() {
  const t = useTranslations('month-grid.legend');
  return (
    <ul aria-label={t('title')} className="flex flex-wrap gap-x-6 gap-y-2 text-xs text-ink-2 max-md:hidden">
      {EXAMPLES.map(([look, example]) => (
        <li key={look} className="flex items-center gap-2">
          <span className="cell cell-example" data-look={look} aria-hidden="true">
            {example}
          </span>
          {t(look)}
        </li>
      ))}
    </ul>
  );
}
