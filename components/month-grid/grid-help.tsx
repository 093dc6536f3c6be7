import { useTranslations } from 'next-intl';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Kbd } from '#components/ui/kbd.tsx';

const LINES = [
  ['move', ['arrows']],
  ['enter', ['enter']],
  ['tab', ['tab']],
  ['edit', ['f2']],
  ['restore', ['escape']],
  ['ends', ['home', 'end']],
  ['select', ['shiftArrows']],
  ['clear', ['delete']],
  ['copy', ['copy', 'cut', 'paste']],
  ['fill', ['fill']],
  ['undo', ['undo', 'redo']],
] as const;

/** What the keys do. On phones there is no grid to use them in. */
export function GridHelp() {
  const t = useTranslations('month-grid.help');
  return (
    <DisclosureMore summary={t('open')} className="max-md:hidden">
      <p className="max-w-measure">{t('intro')}</p>
      <dl className="mt-3 grid max-w-[760px] grid-cols-[max-content_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
        {LINES.map(([what, keys]) => (
          <div key={what} className="contents">
            <dt className="flex flex-wrap gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{t(`keys.${key}`)}</Kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-measure">{t('lists')}</p>
    </DisclosureMore>
  );
}
