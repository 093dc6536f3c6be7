import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { chosenIn } from '#components/ui/choices-of.tsx';
import { EndpointFields } from '#components/systems/endpoint-fields.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { WEBHOOK_EVENTS } from '#lib/domain/webhook/webhook-event.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface NewEndpointFormProps {
  formKey: string;
  attempt: KeptForm | null;
}

/** A new receiver of webhooks. */
export function NewEndpointForm({ formKey, attempt }: NewEndpointFormProps) {
  const t = useTranslations('systems');
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/systems', words: t('title') }]} here={t('newWebhook.title')} />
      <PageHeading title={t('newWebhook.title')} lead={t('newWebhook.lead')} />
      <Card className="max-w-[760px]">
        <form method="post" action="/api/provider/webhooks" className="grid gap-6">
          <FormBasis formKey={formKey} back="/provider/systems/webhooks/new" />
          <EndpointFields
            url={attempt?.values['url'] ?? ''}
            events={attempt === null ? new Set(WEBHOOK_EVENTS) : chosenIn(attempt.values, 'events')}
            problems={attempt?.problem.errors}
          />
          <div className="flex flex-wrap gap-3">
            <Button look="go" big>
              {t('newWebhook.submit')}
            </Button>
            <LinkAction look="quiet" big href="/provider/systems">
              {t('back')}
            </LinkAction>
          </div>
        </form>
      </Card>
    </>
  );
}
