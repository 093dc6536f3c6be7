import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import type { WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';

interface SendFormProps {
  endpoint: WebhookEndpointView;
  formKey: string;
}

/** Tries a receiver out, or stops and starts what is sent to it. */
export function SendForm({ endpoint: { id, state, version }, formKey }: SendFormProps) {
  const t = useTranslations('systems.webhook');
  const back = `/provider/systems/webhooks/${id}`;
  const action = `/api/provider/webhooks/${id}`;
  const isActive = state === 'active';
  return (
    <div className="mt-6 flex flex-wrap items-start gap-3">
      {isActive && (
        <form method="post" action={`${action}/test`} className="grid max-w-80 gap-1">
          <FormBasis formKey={`${formKey}-test`} back={back} />
          <Button look="go" className="justify-self-start">
            {t('test')}
          </Button>
          <small className="text-ink-2">{t('testHint')}</small>
        </form>
      )}
      <form method="post" action={`${action}/${isActive ? 'pause' : 'resume'}`}>
        <FormBasis formKey={`${formKey}-state`} back={back} />
        <input type="hidden" name="version" value={version} />
        <Button look={isActive ? 'line' : 'go'}>{isActive ? t('pause') : t('resume')}</Button>
      </form>
    </div>
  );
}
