import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { chosenIn } from '#components/ui/choices-of.tsx';
import { EndForm } from '#components/systems/end-form.tsx';
import { EndpointFields } from '#components/systems/endpoint-fields.tsx';
import { RotateForm } from '#components/systems/rotate-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface EndpointChangesProps {
  endpoint: WebhookEndpointView;
  /** One key for each form. */
  formKeys: { readonly change: string; readonly rotate: string; readonly end: string };
  attempts: Readonly<Record<'change' | 'rotate' | 'end', KeptForm | null>>;
}

/** Another address or other events, a new secret, and the end. */
export function EndpointChanges({ endpoint, formKeys, attempts }: EndpointChangesProps) {
  const t = useTranslations('systems');
  const { id, url, events, version } = endpoint;
  const back = `/provider/systems/webhooks/${id}`;
  const action = `/api/provider/webhooks/${id}`;
  const typed = attempts.change;
  return (
    <>
      <PageSection title={t('webhook.change')}>
        <DisclosureMore summary={t('webhook.changeOpen')} open={typed !== null}>
          <form
            method="post"
            action={`${action}/change`}
            className="grid max-w-measure justify-items-stretch gap-6"
          >
            <FormBasis formKey={formKeys.change} back={back} />
            <input type="hidden" name="version" value={version} />
            <EndpointFields
              url={typed?.values['url'] ?? url}
              events={typed === null ? new Set(events) : chosenIn(typed.values, 'events')}
              problems={typed?.problem.errors}
            />
            <Button className="justify-self-start">{t('webhook.save')}</Button>
          </form>
        </DisclosureMore>
      </PageSection>
      <PageSection title={t('rotate.title')}>
        <RotateForm
          of="webhook"
          at={{ back, action: `${action}/rotate` }}
          version={version}
          formKey={formKeys.rotate}
          attempt={attempts.rotate}
        />
      </PageSection>
      <PageSection title={t('webhook.remove')}>
        <EndForm
          at={{ back, action: `${action}/remove` }}
          words={{
            text: t('webhook.removeText'),
            sure: t('webhook.sure'),
            submit: t('webhook.removeSubmit'),
          }}
          version={version}
          formKey={formKeys.end}
          attempt={attempts.end}
        />
      </PageSection>
    </>
  );
}
