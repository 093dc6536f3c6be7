import { useTranslations } from 'next-intl';
import { OwnWords } from '#components/participant/own-words.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox, RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { COMPLAINT_CATEGORIES, LONGEST_COMPLAINT } from '#lib/domain/complaint/complaint.ts';
import type { ComplainedOf } from '#lib/domain/complaint/own-complaint.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly complainedOf: readonly ComplainedOf[];
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** What the participant complains of: of whom, about what, in their own words, and whether the provider may know. */
export function ComplaintForm({ complainedOf, attempt, formKey }: Props) {
  const t = useTranslations('own-rights.complaint');
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  const [only, ...more] = complainedOf;
  return (
    <form method="post" action="/api/participant/complaints" className="grid max-w-measure gap-5">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back="/participant/rights" />
      {only !== undefined && more.length === 0 ? (
        <p>
          {t.rich('aboutOne', { provider: only.provider, name: (name) => <OwnWords>{name}</OwnWords> })}
          <input type="hidden" name="placementId" value={only.placementId} />
        </p>
      ) : (
        <RadioGroup
          name="placementId"
          legend={t('about')}
          chosen={typed?.['placementId']}
          problems={problems}
          options={complainedOf.map(({ placementId, provider }) => ({
            value: placementId,
            label: <OwnWords>{provider}</OwnWords>,
          }))}
        />
      )}
      <RadioGroup
        name="category"
        legend={t('category')}
        chosen={typed?.['category']}
        problems={problems}
        options={COMPLAINT_CATEGORIES.map((category) => ({
          value: category,
          label: t(`categories.${category}`),
        }))}
      />
      <Field name="words" label={t('words')} hint={t('wordsHint')} problems={problems}>
        {(control) => (
          <TextArea
            {...control}
            dir="auto"
            rows={6}
            maxLength={LONGEST_COMPLAINT}
            defaultValue={typed?.['words']}
          />
        )}
      </Field>
      <Checkbox
        name="mayName"
        label={t('mayName')}
        hint={t('mayNameHint')}
        defaultChecked={typed?.['mayName'] === 'on'}
      />
      <p>
        <Button look="go" big>
          {t('submit')}
        </Button>
      </p>
    </form>
  );
}
