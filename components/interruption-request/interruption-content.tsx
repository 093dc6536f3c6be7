import { useLocale, useTranslations } from 'next-intl';
import type { InterruptionContent } from '#lib/domain/interruption-request/interruption-request.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const TEXTS = ['happened', 'adapted', 'said'] as const;

/** What a request for interruption says. */
export function InterruptionContentView({ content }: { readonly content: InterruptionContent }) {
  const t = useTranslations('interruption-request');
  const locale = useLocale();
  return (
    <>
      <p className="font-medium">{t(`causes.${content.cause}`)}</p>
      <p className="mt-1">{t('wishes', { day: formatDate(content.lastDay, locale) })}</p>
      <dl className="mt-4 grid gap-4">
        {TEXTS.map((text) => (
          <div key={text}>
            <dt className="font-medium">{t(`texts.${text}`)}</dt>
            <dd className="max-w-measure whitespace-pre-line">{content[text]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
