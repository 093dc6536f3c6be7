import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { QueuedCase } from '#lib/domain/review/review-queue.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** Why a case waits for a person, the weightiest first. */
export function QueueReason({ line }: { readonly line: QueuedCase }) {
  const t = useTranslations('review-bench');
  const locale = useLocale();
  const { kind, holds, risk, route, reason, replyBy, reply, outcome } = line;
  const riskWords = risk > 0 ? t('risk', { risk }) : undefined;
  if (reply === 'answered' || reply === 'over') return <Status tone="warn">{t(`reply.${reply}`)}</Status>;
  if (replyBy !== null)
    return <Status tone="wait">{t('replyBy', { day: dateInWords(replyBy, locale, 'day') })}</Status>;
  if (holds > 0)
    return (
      <Status tone="warn" icon="paused" reason={riskWords}>
        {t('holds', { holds })}
      </Status>
    );
  if (kind === 'outcome' && outcome !== null)
    return <Status tone={outcome.why === 'due' ? 'warn' : 'wait'}>{t(`because.${outcome.why}`)}</Status>;
  if (kind === 'finalReport') return <Status tone="wait">{t('finalReport')}</Status>;
  if (reason === null)
    return riskWords === undefined ? <NoFindings /> : <Status tone="warn">{riskWords}</Status>;
  return (
    <Status tone={route === 'automatic' ? 'ok' : 'wait'} reason={riskWords}>
      {t(`reason.${reason}`)}
    </Status>
  );
}

function NoFindings() {
  const t = useTranslations('review-bench.reason');
  return <Status tone="ok">{t('clear')}</Status>;
}
