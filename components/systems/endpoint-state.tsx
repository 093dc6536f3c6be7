import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** Whether a receiver is sent to, and whether what is sent arrives. */
export function EndpointState({ endpoint }: { endpoint: WebhookEndpointView }) {
  const t = useTranslations('systems.webhookState');
  const locale = useLocale();
  const { pauseReason, failingSince } = endpoint;
  if (pauseReason === 'failures') return <Status tone="stop">{t('failures')}</Status>;
  if (pauseReason === 'person') {
    return (
      <Status tone="wait" icon="paused">
        {t('person')}
      </Status>
    );
  }
  if (failingSince === null) return <Status tone="ok">{t('active')}</Status>;
  const date = formatDate(plainDateFromDate(failingSince), locale);
  return <Status tone="warn">{t('failing', { date })}</Status>;
}
