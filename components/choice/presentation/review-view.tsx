import { useTranslations } from 'next-intl';
import { Changes } from '#components/choice/presentation/changes.tsx';
import { Preview } from '#components/choice/presentation/preview.tsx';
import { Remarks } from '#components/choice/presentation/remarks.tsx';
import { type ShownVersion, Versions } from '#components/choice/presentation/versions.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { presentationChanges } from '#lib/domain/administration/presentation.ts';
import { presentationRemarks } from '#lib/domain/administration/presentation-remarks.ts';
import type { PresentedOffice } from '#lib/domain/administration/presented-office.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface ReviewViewProps {
  office: PresentedOffice;
  presentation: ShownVersion;
  versions: readonly ShownVersion[];
  formKey: string;
  attempt: KeptForm | null;
}

/** A presentation as participants would see it, what has changed, and the decision. */
export function ReviewView({ office, presentation, versions, formKey, attempt }: ReviewViewProps) {
  const t = useTranslations('administration.presentation');
  const shown = versions.find(({ status }) => status === 'approved') ?? null;
  return (
    <>
      <Breadcrumbs above={[{ href: '/admin/presentations', words: t('queue.title') }]} here={office.name} />
      <PageHeading title={office.name} lead={office.providerName} />
      <Remarks remarks={presentationRemarks(presentation.content)} />
      <PageSection title={t('preview.title')}>
        <Preview office={office} content={presentation.content} />
      </PageSection>
      {shown !== null && shown.id !== presentation.id && (
        <PageSection title={t('versions.differences')}>
          <Changes changes={presentationChanges(shown.content, presentation.content)} />
        </PageSection>
      )}
      <PageSection title={t('decide.title')}>
        {presentation.status === 'submitted' ? (
          <DecisionForm presentation={presentation} formKey={formKey} attempt={attempt} />
        ) : (
          <Notice>{t('decide.closed')}</Notice>
        )}
      </PageSection>
      <Versions versions={versions} shown={shown} />
    </>
  );
}

type DecisionFormProps = Pick<ReviewViewProps, 'presentation' | 'formKey' | 'attempt'>;

function DecisionForm({ presentation: { id, version }, formKey, attempt }: DecisionFormProps) {
  const t = useTranslations('administration.presentation.decide');
  const problems = attempt?.problem.errors;
  return (
    <Card className="max-w-[760px]">
      <form method="post" action={`/api/administration/presentations/${id}/decide`} className="grid gap-5">
        <FormBasis formKey={formKey} back={`/admin/presentations/${id}`} />
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="decision"
          legend={t('title')}
          legendHidden
          options={[
            { value: 'approved', label: t('approve') },
            { value: 'returned', label: t('return') },
          ]}
          chosen={attempt?.values['decision']}
          problems={problems}
        />
        <Field name="reason" label={t('reason')} problems={problems} optional>
          {(control) => <TextArea {...control} rows={3} defaultValue={attempt?.values['reason']} />}
        </Field>
        <div>
          <Button look="go" big>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
