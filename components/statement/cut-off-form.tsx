import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface CutOffFormProps {
  cutOff: PlainDate | null;
  today: PlainDate;
}

/** Picks a cut-off; what it would take in is shown before anything is started. */
export function CutOffForm({ cutOff, today }: CutOffFormProps) {
  const t = useTranslations('statement.start');
  return (
    <form method="get" action="/payments/start" className="grid justify-items-start gap-4">
      <Field name="cutOff" label={t('cutOff')} hint={t('hint')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            className="max-w-48"
            defaultValue={cutOff ?? ''}
            max={today}
            required
          />
        )}
      </Field>
      <Button>{t('show')}</Button>
    </form>
  );
}
