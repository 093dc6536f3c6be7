import { useLocale, useTranslations } from 'next-intl';
import { EXTENSION_PARTS, type ExtensionContent } from '#lib/domain/extension/extension.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** What a basis for an extension says. */
export function ExtensionContentView({ content }: { readonly content: ExtensionContent }) {
  const t = useTranslations('extension');
  const locale = useLocale();
  return (
    <>
      <p className="mb-4">{t('periodEnds', { day: formatDate(content.answerBy, locale) })}</p>
      <dl className="grid gap-4">
        {EXTENSION_PARTS.map((part) => (
          <div key={part}>
            <dt className="font-medium">{t(`parts.${part}`)}</dt>
            <dd className="max-w-measure whitespace-pre-line">{content[part]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
