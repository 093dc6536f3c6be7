import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { ChoicesOf, chosenIn } from '#components/ui/choices-of.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { API_SCOPES } from '#lib/domain/api-client/scope.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface ClientFormProps {
  formKey: string;
  attempt: KeptForm | null;
}

/** A new system: its name, and what it may do. */
export function ClientForm({ formKey, attempt }: ClientFormProps) {
  const t = useTranslations('systems');
  const problems = attempt?.problem.errors;
  const options = API_SCOPES.map((value) => ({
    value,
    label: t(`scopes.${value}`),
    hint: t(`scopeHints.${value}`),
  }));
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/systems', words: t('title') }]} here={t('newClient.title')} />
      <PageHeading title={t('newClient.title')} lead={t('newClient.lead')} />
      <Card className="max-w-[760px]">
        <form method="post" action="/api/provider/clients" className="grid gap-6">
          <FormBasis formKey={formKey} back="/provider/systems/clients/new" />
          <Field name="name" label={t('newClient.name')} hint={t('newClient.nameHint')} problems={problems}>
            {(control) => (
              <TextInput
                {...control}
                className="max-w-96"
                autoComplete="off"
                maxLength={80}
                defaultValue={attempt?.values['name']}
              />
            )}
          </Field>
          <ChoicesOf
            name="scopes"
            legend={t('newClient.may')}
            groups={[{ title: null, options }]}
            chosen={attempt === null ? new Set(API_SCOPES) : chosenIn(attempt.values, 'scopes')}
            problems={problems}
          />
          <p className="max-w-measure text-ink-2">{t('newClient.standingLater')}</p>
          <p className="max-w-measure text-ink-2">{t('newClient.next')}</p>
          <div className="flex flex-wrap gap-3">
            <Button look="go" big>
              {t('newClient.submit')}
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
