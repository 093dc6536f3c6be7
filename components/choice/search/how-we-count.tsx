import { useLocale, useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Table } from '#components/ui/table.tsx';
import { STAR_LIMITS, STARS } from '#lib/domain/rating/stars.ts';
import { formatMeasure, resultMeasures } from '#lib/domain/result-measure/result-measure.ts';
import type { RatingSummary } from '#lib/domain/rating/rating-summary.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { intlTag } from '#lib/shared/i18n/locale.ts';
import type { Period } from '#lib/shared/period.ts';
import { addDays } from '#lib/shared/plain-date.ts';

export interface HowWeCountProps {
  window: Period;
  summary: RatingSummary;
}

/** Ten of level B, of whom four reach the first result and two the second, by the very function that rates. */
const [EXAMPLE = null] = resultMeasures([
  {
    participants: { A: 0n, B: 10n, C: 0n },
    firstResults: { A: 0n, B: 4n, C: 0n },
    secondResults: { A: 0n, B: 2n, C: 0n },
  },
]);

/** How a rating comes about, with the numbers of now. */
export function HowWeCount({ window, summary }: HowWeCountProps) {
  const t = useTranslations('rating.page');
  const locale = useLocale();
  const measure = new Intl.NumberFormat(intlTag(locale), { minimumFractionDigits: 1 });
  const { measuredOn, unrated } = summary;
  const rated = STARS.reduce((total, stars) => total + summary.stars[stars], 0);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <PageSection title={t('whoTitle')}>
        <p className="max-w-measure">
          {t('who', {
            from: formatDate(window.from, locale),
            to: formatDate(addDays(window.to, -1), locale),
          })}
        </p>
        <p className="mt-3 max-w-measure">{t('need')}</p>
      </PageSection>
      <PageSection title={t('whatTitle')}>
        <p className="max-w-measure">{t('what')}</p>
        <p className="mt-3 max-w-measure">{t('weights')}</p>
      </PageSection>
      <PageSection title={t('exampleTitle')}>
        <p className="max-w-measure">
          {t('example', { measure: measure.format(Number(formatMeasure(EXAMPLE))) })}
        </p>
      </PageSection>
      <PageSection title={t('starsTitle')}>
        <p className="mb-4 max-w-measure">{t('stars')}</p>
        <StarTable summary={summary} />
        <p className="mt-4 max-w-measure">
          {measuredOn === null
            ? t('never')
            : t('now', { rated, unrated, date: formatDate(measuredOn, locale) })}
        </p>
      </PageSection>
      <PageSection title={t('sureTitle')}>
        <p className="max-w-measure">{t('sure')}</p>
      </PageSection>
      <PageSection title={t('preliminaryTitle')}>
        <p className="max-w-measure">{t('preliminary')}</p>
      </PageSection>
      <PageSection title={t('formulaTitle')}>
        <p className="max-w-measure">{t('formula')}</p>
      </PageSection>
      <LinkAction big icon="left" href="/providers" className="mt-8">
        {t('back')}
      </LinkAction>
    </>
  );
}

function StarTable({ summary }: { summary: RatingSummary }) {
  const t = useTranslations('rating.page');
  const { 1: one, 2: two, 3: three } = STAR_LIMITS;
  const places = {
    1: t('placeFirst', { to: String(one) }),
    2: t('placeNext', { from: String(one), to: String(two) }),
    3: t('placeNext', { from: String(two), to: String(three) }),
    4: t('placeLast', { from: String(three) }),
  };
  return (
    <Table caption={t('starsCaption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('starsHead')}</th>
          <th scope="col">{t('placeHead')}</th>
          <th scope="col" className="num">
            {t('countHead')}
          </th>
        </tr>
      </thead>
      <tbody>
        {STARS.map((stars) => (
          <tr key={stars}>
            <th scope="row">{t('star', { stars })}</th>
            <td data-label={t('placeHead')}>{places[stars]}</td>
            <td className="num" data-label={t('countHead')}>
              {summary.stars[stars]}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
