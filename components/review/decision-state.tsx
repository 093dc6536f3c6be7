import { useLocale, useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** What the decision rests on beside the report: how it counts until then, what the provider answered or asks for. */
export function DecisionState({ report }: { readonly report: ReviewedReportPage }) {
  const t = useTranslations('review-decision');
  const locale = useLocale();
  const { reply, replyBy, standingStatus, reopenings, decisions, routeReason } = report;
  const answer = reply === 'answered' ? decisions[0]?.reply : null;
  const [latest] = reopenings;
  const asked = routeReason === 'reopened' && latest?.kind === 'reconsideration' ? latest : null;
  return (
    <div className="grid gap-4">
      {standingStatus !== null && <Notice tone="info">{t(`standing.${standingStatus}`)}</Notice>}
      {asked !== null && (
        <Notice tone="warn" title={t('reconsider.title')}>
          <p className="whitespace-pre-line">{asked.reason}</p>
          <p className="mt-1 text-xs">
            {asked.decidedByName === null
              ? t('reconsider.leadNobody')
              : t('reconsider.lead', { name: asked.decidedByName })}
          </p>
        </Notice>
      )}
      {reply !== 'none' && replyBy !== null && (
        <Notice tone={reply === 'waiting' ? 'wait' : 'warn'}>
          {t(`proposed.${reply}`, { day: dateInWords(replyBy, locale, 'weekday') })}
          {answer !== null && answer !== undefined && (
            <blockquote className="mt-2">
              <b>{t('proposed.reply')}</b>
              <span className="block text-xs">
                {answer.repliedByName}, <InstantText instant={new Date(answer.repliedAt)} />
              </span>
              <p className="mt-1 whitespace-pre-line">{answer.text}</p>
            </blockquote>
          )}
        </Notice>
      )}
    </div>
  );
}
