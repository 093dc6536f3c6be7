import { useTranslations } from 'next-intl';
import { AgreementPart } from '#components/calculator/agreement-part.tsx';
import type { FormPart } from '#components/calculator/form-part.ts';
import { OutcomePart } from '#components/calculator/outcome-part.tsx';
import { PlacementPart } from '#components/calculator/placement-part.tsx';
import { AbsencePart, ReportPart } from '#components/calculator/report-part.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';

interface CalculatorFormProps extends FormPart {
  agreements: readonly { id: string; name: string }[];
  own: string;
}

/** Agreement and facts. Sending it leads to the address that holds them. */
export function CalculatorForm({ agreements, own, ...part }: CalculatorFormProps) {
  const t = useTranslations('calculator');
  return (
    <form method="post" action="/api/calculator" aria-label={t('form.label')} noValidate>
      {/* The first button is the one that the Enter key presses: it must not be one that removes a row. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden>
        {t('form.submit')}
      </button>
      <AgreementPart {...part} agreements={agreements} own={own} />
      <PlacementPart {...part} />
      <ReportPart {...part} />
      <AbsencePart {...part} />
      <OutcomePart {...part} />
      <PageSection title={t('asOf.title')} note={t('asOf.note')}>
        <Field name="asOf" label={t('asOf.asOf')} problems={part.problems} className="max-w-80">
          {(control) => <TextInput {...control} type="date" defaultValue={part.state.fields.asOf} />}
        </Field>
        <div className="mt-6">
          <Button look="go" big>
            {t('form.submit')}
          </Button>
        </div>
      </PageSection>
    </form>
  );
}
