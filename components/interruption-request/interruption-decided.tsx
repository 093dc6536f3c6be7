import { useLocale, useTranslations } from 'next-intl';
import { finalReportDueOn } from '#lib/domain/final-report/final-report-due.ts';
import type {
  DecidedInterruption,
  InterruptionFacts,
} from '#lib/domain/interruption-request/interruption-request.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = { readonly decision: DecidedInterruption; readonly facts: InterruptionFacts };

/** What was decided of a request, and what follows. */
export function InterruptionDecided({ decision, facts }: Props) {
  const t = useTranslations('interruption-request');
  const locale = useLocale();
  switch (decision.kind) {
    case 'ended': {
      const { end, cause } = decision;
      const report = finalReportDueOn({ from: end, to: end, end }, facts.finalReportWorkdays);
      return (
        <p className="mt-3 max-w-measure">
          {t('decided.ended', {
            last: formatDate(addDays(end, -1), locale),
            cause: t(`causes.${cause}`),
            report: formatDate(report, locale),
          })}
        </p>
      );
    }
    case 'goesOn':
      return <p className="mt-3">{t('decided.goesOn')}</p>;
    case 'returned':
      return null;
  }
}
