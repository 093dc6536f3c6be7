import { useTranslations } from 'next-intl';
import { AnswerField } from '#components/final-report/answer-field.tsx';
import { FormSection } from '#components/final-report/form-section.tsx';
import { JobFields } from '#components/final-report/job-fields.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select, TextInput } from '#components/ui/inputs.tsx';
import { MOST_JOBS, OCCUPATIONS, STUDY_LEVELS } from '#lib/domain/final-report/final-report.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
};

/** What the participant does now, and what belongs to the one that is chosen. */
export function MainOccupationFields({ value, problems, switched }: Props & { readonly switched: boolean }) {
  const t = useTranslations('final-report');
  const chosen = value('content.occupation');
  const offered = OCCUPATIONS.filter((one) => one !== 'switched' || switched);
  return (
    <FormSection id="section-main" title={t('main')}>
      <div className="group/main grid gap-6">
        <RadioGroup
          name="content.occupation"
          legend={t('main')}
          legendHidden
          hint={t('mainLead')}
          chosen={chosen === '' && switched ? 'switched' : chosen}
          problems={problems}
          options={offered.map((one) => ({ value: one, label: t(`occupations.${one}`) }))}
        />
        <div className="hidden gap-6 group-has-[[value=work]:checked]/main:grid">
          <JobFields number={0} value={value} problems={problems} />
          <DisclosureMore summary={t('moreJobs')} open={value('content.jobs.1.group') !== ''}>
            <div className="grid gap-6">
              {Array.from({ length: MOST_JOBS - 1 }, (_, at) => (
                <JobFields key={at} number={at + 1} value={value} problems={problems} />
              ))}
            </div>
          </DisclosureMore>
        </div>
        <div className="hidden gap-6 group-has-[[value=studies]:checked]/main:grid">
          <StudyFields value={value} problems={problems} />
        </div>
        <div className="hidden group-has-[[value=seeking]:checked]/main:block">
          <AnswerField name="content.seeking" question="seeking" value={value} problems={problems} />
        </div>
        <div className="hidden group-has-[input[value=other]:checked]/main:block">
          <AnswerField name="content.other" question="other" value={value} problems={problems} />
        </div>
      </div>
    </FormSection>
  );
}

function StudyFields({ value, problems }: Props) {
  const t = useTranslations('final-report');
  return (
    <>
      <Field name="content.level" label={t('level')} problems={problems} className="sm:max-w-100">
        {(control) => (
          <Select
            {...control}
            empty={t('choose')}
            defaultValue={value('content.level')}
            options={STUDY_LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
          />
        )}
      </Field>
      <Field name="content.programme" label={t('programme')} problems={problems} className="sm:max-w-100">
        {(control) => <TextInput {...control} maxLength={200} defaultValue={value('content.programme')} />}
      </Field>
      <Field name="content.weeks" label={t('weeks')} hint={t('weeksHint')} problems={problems}>
        {(control) => <NumberInput {...control} defaultValue={value('content.weeks')} />}
      </Field>
    </>
  );
}
