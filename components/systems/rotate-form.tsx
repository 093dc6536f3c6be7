import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface RotateFormProps {
  /** The page that the form stands on, and where it is sent. */
  at: { readonly back: string; readonly action: string };
  of: 'client' | 'webhook';
  version: number;
  formKey: string;
  attempt: KeptForm | null;
}

/** A new secret, and what becomes of the one there is. */
export function RotateForm({ at, of, version, formKey, attempt }: RotateFormProps) {
  const t = useTranslations('systems.rotate');
  return (
    <form method="post" action={at.action} className="grid max-w-measure justify-items-start gap-4">
      <FormBasis formKey={formKey} back={at.back} />
      <input type="hidden" name="version" value={version} />
      <p className="text-ink-2">{t('text')}</p>
      <RadioGroup
        name="old"
        legend={t('legend')}
        chosen={attempt?.values['old'] ?? 'day'}
        problems={attempt?.problem.errors}
        options={[
          { value: 'day', label: t('day'), hint: of === 'client' ? t('dayHint') : t('dayHintWebhook') },
          {
            value: 'atOnce',
            label: t('atOnce'),
            hint: of === 'client' ? t('atOnceHint') : t('atOnceHintWebhook'),
          },
        ]}
      />
      <Button>{of === 'client' ? t('submit') : t('submitWebhook')}</Button>
    </form>
  );
}
