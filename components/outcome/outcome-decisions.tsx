import { useLocale, useTranslations } from 'next-intl';
import { Amount } from '#components/ui/amount.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import type { ShownOutcomeDecision } from '#lib/domain/outcome/outcome-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What has been decided about the placement's outcome, the latest first. */
export function OutcomeDecisions({ decisions }: { readonly decisions: readonly ShownOutcomeDecision[] }) {
  const t = useTranslations('outcome.decisions');
  const locale = useLocale();
  if (decisions.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <ul className="grid gap-4">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <b>{t(`kind.${decision.decision}`, { name: decision.decidedByName ?? t('authority') })}</b>
          <span className="block text-xs text-ink-3">
            <InstantText instant={new Date(decision.decidedAt)} /> {t('version', { number: decision.number })}
          </span>
          {decision.decision === 'approve' && decision.verifiedThrough !== null && (
            <p className="mt-1">
              {t('through', { day: formatDate(addDays(decision.verifiedThrough, -1), locale) })}
            </p>
          )}
          {decision.reason !== null && (
            <p className="mt-1 whitespace-pre-line text-ink-2">{decision.reason}</p>
          )}
          {decision.effectOre !== null && (
            <p className="mt-1 text-xs text-ink-3">
              {decision.effectOre === 0 ? (
                t('unchanged')
              ) : (
                <>
                  {t('changed')} <Amount value={decision.effectOre} exact signed />
                </>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
