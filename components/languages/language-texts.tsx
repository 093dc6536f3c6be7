import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { messagesFor, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { directionOf, type Locale, LOCALE_NAMES } from '#lib/shared/i18n/locale.ts';
import { reviewedTexts } from '#lib/shared/i18n/review-status.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';

export type TextsPart = (typeof PARTICIPANT_FEATURES)[number];

export interface LanguageTextsProps {
  language: Exclude<Locale, 'sv'>;
  part: TextsPart;
}

function partName(locale: Locale, part: TextsPart): string {
  return Object.entries(messagesFor(locale).languages.parts).find(([known]) => known === part)?.[1] ?? part;
}

/** Every text of a part in a language beside the Swedish, and whether a person has reviewed it as it stands. */
export function LanguageTexts({ language, part }: LanguageTextsProps) {
  const t = useTranslations('languages');
  const tUi = useTranslations('ui');
  const locale = useLocale();
  return (
    <>
      <p className="mb-4">
        <TextLink href="/languages" className="inline-flex min-h-(--target) items-center">
          {t('back')}
        </TextLink>
      </p>
      <PageHeading
        title={t('textsTitle', { language: LOCALE_NAMES[language] })}
        aside={<PrintButton>{tUi('print')}</PrintButton>}
      />
      <nav aria-label={t('feature')} className="no-print mb-8">
        <ul className="flex flex-wrap gap-x-6">
          {PARTICIPANT_FEATURES.map((feature) => (
            <li key={feature}>
              <TextLink
                href={`/languages?language=${language}&part=${feature}`}
                aria-current={feature === part ? 'page' : undefined}
                className="inline-flex min-h-(--target) items-center aria-[current]:font-bold aria-[current]:text-ink"
              >
                {partName(locale, feature)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <DataTable
        caption={t('partCaption', { part: partName(locale, part) })}
        rows={reviewedTexts(language, part)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'swedish',
            head: t('swedish'),
            wide: true,
            cell: ({ source }) => (
              <span lang="sv" dir="ltr">
                {source}
              </span>
            ),
          },
          {
            key: 'translation',
            head: t('translation'),
            wide: true,
            cell: ({ text }) => (
              <span lang={language} dir={directionOf(language)}>
                {text}
              </span>
            ),
          },
          {
            key: 'state',
            head: t('state'),
            cell: ({ review }) => {
              const day = review === null ? null : parsePlainDate(review.on);
              return review === null || day === null
                ? t('notReviewed')
                : t('isReviewed', { by: review.by, date: dateInWords(day, locale) });
            },
          },
        ]}
      />
    </>
  );
}
