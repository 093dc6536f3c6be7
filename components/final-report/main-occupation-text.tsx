import { useTranslations } from 'next-intl';
import type { MainOccupation } from '#lib/domain/final-report/final-report.ts';

/** What the participant does now, in a few lines. */
export function MainOccupationText({ main }: { readonly main: MainOccupation }) {
  const t = useTranslations('final-report');
  const title = <p className="font-medium">{t(`occupations.${main.occupation}`)}</p>;
  switch (main.occupation) {
    case 'work':
      return (
        <>
          {title}
          <ul className="grid gap-1">
            {main.jobs.map(({ field, group, form, extent }) => (
              <li key={`${field} ${group} ${form} ${extent}`}>
                {group}, {t(`forms.${form}`)}, {t('extentOf', { extent })} · {field}
              </li>
            ))}
          </ul>
        </>
      );
    case 'studies':
      return (
        <>
          {title}
          <p>
            {main.programme}, {t(`levels.${main.level}`)}, {t('weeksOf', { weeks: main.weeks })}
          </p>
        </>
      );
    case 'switched':
      return title;
    case 'seeking':
    case 'other':
      return (
        <>
          {title}
          <p className="max-w-measure whitespace-pre-line">{main.text}</p>
        </>
      );
  }
}
