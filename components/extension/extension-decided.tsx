import { useLocale, useTranslations } from 'next-intl';
import type { DecidedExtension, ExtensionFacts } from '#lib/domain/extension/extension.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = { readonly decision: DecidedExtension; readonly facts: ExtensionFacts };

/** What was decided of a basis, and what follows. */
export function ExtensionDecided({ decision, facts }: Props) {
  const t = useTranslations('extension.decided');
  const locale = useLocale();
  switch (decision.kind) {
    case 'extended':
      return (
        <p className="mt-3 max-w-measure">
          {t('extended', {
            from: formatDate(decision.from, locale),
            last: formatDate(addDays(decision.to, -1), locale),
          })}
        </p>
      );
    case 'notExtended':
      return (
        <p className="mt-3 max-w-measure">
          {t('notExtended', {
            last: formatDate(decision.lastDay, locale),
            report: formatDate(facts.finalReportDueOn, locale),
          })}
        </p>
      );
    case 'returned':
      return null;
  }
}
