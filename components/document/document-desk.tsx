import { useTranslations } from 'next-intl';
import { DocumentDecision } from '#components/document/document-decision.tsx';
import type { DocumentPageViewProps } from '#components/document/document-page-view.tsx';
import { StepForm } from '#components/document/step-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';

/** What somebody at the document's desk can do: take it, decide, hand it up; and what anybody concerned can add. */
export function DocumentDesk<Content, Facts, Decided>(props: DocumentPageViewProps<Content, Facts, Decided>) {
  const { page, door, attempt, formKeys } = props;
  const t = useTranslations('document.desk');
  const words = useTranslations('document.page');
  const { document, moves } = page;
  const step = { document, door, formKey: attempt?.idempotencyKey ?? formKeys.step };
  const problems = attempt?.problem.errors ?? [];
  const takes = moves.take || moves.handBack;
  return (
    <>
      {(takes || moves.decide || moves.handUp) && (
        <PageSection title={t('title')} offPaper>
          <div className="grid max-w-[880px] gap-6">
            {moves.take && (
              <StepForm {...step} act="take" look="line">
                {words('take')}
              </StepForm>
            )}
            {moves.handBack && (
              <StepForm {...step} act="hand-back" look="quiet">
                {words('handBack')}
              </StepForm>
            )}
            {moves.decide && <DocumentDecision {...props} />}
            {moves.handUp && (
              <Card title={t('handUpTitle')}>
                <p className="mb-4 max-w-measure text-ink-2">{t('handUpLead')}</p>
                <StepForm {...step} act="hand-up" look="go" words={t('handUp')}>
                  <Field name="assessment" label={t('assessment')} problems={problems}>
                    {(control) => (
                      <TextArea
                        {...control}
                        rows={5}
                        maxLength={2000}
                        defaultValue={attempt?.values['assessment'] ?? ''}
                      />
                    )}
                  </Field>
                </StepForm>
              </Card>
            )}
          </div>
        </PageSection>
      )}
      {moves.note && (
        <PageSection title={t('noteTitle')} offPaper>
          <div className="max-w-[880px]">
            <StepForm {...step} formKey={formKeys.note} act="note" look="line" words={t('noteSubmit')}>
              <Field name="text" label={t('note')} hint={t('noteHint')} problems={problems}>
                {(control) => (
                  <TextArea
                    {...control}
                    rows={3}
                    maxLength={2000}
                    defaultValue={attempt?.values['text'] ?? ''}
                  />
                )}
              </Field>
            </StepForm>
          </div>
        </PageSection>
      )}
    </>
  );
}
