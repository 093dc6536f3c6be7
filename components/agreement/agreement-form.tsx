import { useTranslations } from 'next-intl';
import { BasePayFields } from '#components/agreement/base-pay-fields.tsx';
import { FormHead } from '#components/agreement/form-head.tsx';
import { TextField, Ticks } from '#components/agreement/form-parts.tsx';
import type { FormReader } from '#components/agreement/form-reader.ts';
import { ResultPayFields } from '#components/agreement/result-pay-fields.tsx';
import { SpeedBonusFields, SupplementFields } from '#components/agreement/release-fields.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';

interface AgreementFormProps {
  address: string;
  reader: FormReader;
  version: number;
  formKey: string;
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Every member of an agreement version to type in. Posts as it is, without JavaScript too. */
export function AgreementForm({ address, reader, version, formKey }: AgreementFormProps) {
  const t = useTranslations('agreement.edit');
  const words = useTranslations('admin.agreement');
  return (
    <form method="post" action={`/api${address}/form`} className="grid gap-6">
      <FormHead formKey={formKey} back={`${address}/edit`} version={version} />
      <Card title={t('general')}>
        <div className="grid max-w-measure gap-4">
          <TextField reader={reader} name="name" label={t('name')} wide />
          <TextField reader={reader} name="id" label={t('id')} hint={t('idHint')} wide />
        </div>
      </Card>
      <BasePayFields reader={reader} />
      <ResultPayFields reader={reader} />
      <SpeedBonusFields reader={reader} />
      <SupplementFields reader={reader} />
      <Card title={t('workdays')}>
        <div className="grid gap-5">
          <Ticks
            reader={reader}
            name="workdays.weekdays"
            legend={t('weekdays')}
            options={WEEKDAYS.map((value) => ({ value, label: words(`weekday.${value}`) }))}
          />
          <Field
            name="workdays.holidays"
            label={t('holidays')}
            hint={t('holidaysHint')}
            problems={reader.problems}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={8}
                className="max-w-60"
                defaultValue={reader.value('workdays.holidays')}
              />
            )}
          </Field>
          <TextField reader={reader} name="vatPermille" label={t('vat')} />
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-4">
        <Button look="go" big>
          {t('save')}
        </Button>
        <LinkAction look="quiet" href={address}>
          {t('back')}
        </LinkAction>
      </div>
    </form>
  );
}
