import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { LOCALE_NAMES, LOCALES, intlTag } from '#lib/shared/i18n/locale.ts';
import { reviewCount } from '#lib/shared/i18n/review-status.ts';

/** Every language, and how much of it a person has reviewed. */
export function LanguageList() {
  const t = useTranslations('languages');
  const figures = new Intl.NumberFormat(intlTag(useLocale()));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={LOCALES}
        rowKey={(locale) => locale}
        columns={[
          {
            key: 'language',
            head: t('language'),
            cell: (locale) => <bdi lang={locale}>{LOCALE_NAMES[locale]}</bdi>,
          },
          {
            key: 'texts',
            head: t('texts'),
            numeric: true,
            cell: (locale) => figures.format(reviewCount(locale).texts),
          },
          {
            key: 'reviewed',
            head: t('reviewed'),
            numeric: true,
            cell: (locale) => (locale === 'sv' ? t('source') : figures.format(reviewCount(locale).reviewed)),
          },
          {
            key: 'left',
            head: t('left'),
            numeric: true,
            cell: (locale) =>
              locale === 'sv'
                ? '–'
                : figures.format(reviewCount(locale).texts - reviewCount(locale).reviewed),
          },
          {
            key: 'show',
            head: t('show'),
            headHidden: true,
            cell: (locale) =>
              locale === 'sv' ? undefined : (
                <TextLink
                  href={`/languages?language=${locale}`}
                  className="inline-flex min-h-(--target) items-center gap-1"
                >
                  {t('show')}{' '}
                  <bdi lang={locale} className="sr-only">
                    {LOCALE_NAMES[locale]}
                  </bdi>
                </TextLink>
              ),
          },
        ]}
      />
      <p className="mt-6 max-w-measure text-ink-2">{t('how')}</p>
    </>
  );
}
