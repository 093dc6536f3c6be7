import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FileInput, TABLE_FILES } from '#components/ui/inputs.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { Month } from '#lib/shared/month.ts';

interface UploadFormProps {
  month: Month;
  formKey: string;
  attempt: KeptForm | null;
}

/** A native form with a file: it works as it stands, without any script. */
export function UploadForm({ month, formKey, attempt }: UploadFormProps) {
  const t = useTranslations('upload.form');
  return (
    <form
      method="post"
      action={`/api/provider/months/${month}/upload`}
      encType="multipart/form-data"
      className="grid max-w-measure justify-items-start gap-5"
    >
      <input type="hidden" name="idempotencyKey" value={formKey} />
      <Field name="file" label={t('file')} hint={t('fileHint')} problems={attempt?.problem.errors}>
        {(control) => <FileInput {...control} required accept={TABLE_FILES} />}
      </Field>
      <Checkbox
        name="replace"
        label={t('replace')}
        hint={t('replaceHint')}
        defaultChecked={attempt?.values['replace'] === 'on'}
      />
      <Button look="go" big icon="upload">
        {t('submit')}
      </Button>
    </form>
  );
}
