import { useTranslations } from 'next-intl';
import type { DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import { ActivitySection } from '#components/final-report/activity-section.tsx';
import { AnswerField } from '#components/final-report/answer-field.tsx';
import { FormSection } from '#components/final-report/form-section.tsx';
import { MainOccupationFields } from '#components/final-report/main-occupation-fields.tsx';
import { ReportContents } from '#components/final-report/report-contents.tsx';
import { sectionsOf } from '#components/final-report/report-sections.ts';
import { Notice } from '#components/ui/notice.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import type { FinalReport, FinalReportFacts } from '#lib/domain/final-report/final-report.ts';

/** A final report on one long page: what the participant does now, each activity that was done, progress and next step. */
export function FinalReportFields({
  form,
  value,
  problems,
}: DocumentFieldsProps<FinalReport, FinalReportFacts>) {
  const t = useTranslations('final-report');
  const locale = useStaffLocale();
  const { facts } = form;
  const titles = {
    main: t('main'),
    whole: t('whole'),
    activity: (activity: Parameters<typeof activityName>[0]) => activityName(activity, locale),
  };
  return (
    <>
      <Notice>{t('note')}</Notice>
      <ReportContents
        title={t('contents')}
        of={t('of')}
        done={t('answersDone')}
        sections={sectionsOf(facts, titles, value)}
      />
      <MainOccupationFields value={value} problems={problems} switched={facts.switched} />
      {facts.activities.length === 0 && <p className="text-ink-2">{t('noActivities')}</p>}
      {facts.activities.map((activity) => (
        <ActivitySection key={activity.activity} activity={activity} value={value} problems={problems} />
      ))}
      <FormSection id="section-whole" title={t('whole')}>
        <AnswerField name="content.progress" question="progress" value={value} problems={problems} />
        <AnswerField
          name="content.next"
          question="next"
          value={value}
          problems={problems}
          hint={t('nextHint')}
        />
      </FormSection>
    </>
  );
}
