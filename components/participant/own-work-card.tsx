import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnWork } from '#lib/domain/participant/own-work.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** What the provider has told of the participant's work or studies, how it stands, and what to do where it is wrong. */
export function OwnWorkCard({ work }: { readonly work: OwnWork }) {
  const t = useTranslations('own-documents.work');
  const types = useTranslations('own-documents.signal.types');
  const locale = useLocale();
  return (
    <Card title={t('title')}>
      <p className="font-medium">
        {t('what', { type: types(work.type), day: dateInWords(work.from, locale) })}
      </p>
      <p>{t(`stands.${work.stands}`)}</p>
      <p className="mt-1 text-ink-2">{t('wrong')}</p>
      {work.documentId !== null && (
        <p className="mt-2">
          <TextLink
            href={`/participant/documents/${work.documentId}`}
            className="inline-flex min-h-(--target) items-center"
          >
            {t('read')}
          </TextLink>
        </p>
      )}
    </Card>
  );
}
