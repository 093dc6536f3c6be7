import { useTranslations } from 'next-intl';
import { FormHead } from '#components/agreement/form-head.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextArea } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface StartViewProps {
  versions: readonly { id: string; name: string }[];
  /** The version that was chosen on the way here. */
  from: string;
  attempt: KeptForm | null;
  formKey: string;
}

/** Begins an agreement version: after a published one, or from a document. */
export function StartView({ versions, from, attempt, formKey }: StartViewProps) {
  const t = useTranslations('agreement.start');
  const list = useTranslations('agreement.list');
  const problems = attempt?.problem.errors;
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: '/admin/agreements', words: list('title') }]} here={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <Card className="max-w-[760px]">
        <form method="post" action="/api/admin/agreements/drafts" className="grid gap-5">
          <FormHead formKey={formKey} back="/admin/agreements/new" />
          <Field name="replacesId" label={t('follows')} hint={t('followsHint')} problems={problems}>
            {(control) => (
              <Select
                {...control}
                empty={t('nothing')}
                defaultValue={attempt?.values['replacesId'] ?? from}
                options={versions.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
              />
            )}
          </Field>
          <Field name="document" label={t('document')} hint={t('documentHint')} problems={problems} optional>
            {(control) => (
              <TextArea
                {...control}
                rows={10}
                spellCheck={false}
                className="font-mono"
                defaultValue={attempt?.values['document'] ?? ''}
              />
            )}
          </Field>
          <Button look="go" big className="justify-self-start">
            {t('create')}
          </Button>
        </form>
      </Card>
    </>
  );
}
