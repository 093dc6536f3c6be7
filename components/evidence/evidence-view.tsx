import { useTranslations } from 'next-intl';
import { AskEmployerForm } from '#components/evidence/ask-employer-form.tsx';
import { CoverageView } from '#components/evidence/coverage-view.tsx';
import { EvidenceTable } from '#components/evidence/evidence-table.tsx';
import { QuestionsTable } from '#components/evidence/questions-table.tsx';
import { UploadEvidenceForm } from '#components/evidence/upload-evidence-form.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { answererInWords, answererOf } from '#lib/domain/evidence/answerer.ts';
import type { EvidencePage } from '#lib/domain/evidence/evidence-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export const EVIDENCE_DONE = ['given', 'withdrawn', 'asked', 'revoked'] as const;

type Props = {
  readonly page: EvidencePage;
  /** Of the form that failed, by its command. */
  readonly attempts: {
    readonly upload: KeptForm | null;
    readonly ask: KeptForm | null;
    readonly other: KeptForm | null;
  };
  readonly keyOf: (what: string) => string;
  readonly done: (typeof EVIDENCE_DONE)[number] | null;
};

/** What can be done where there is no evidence yet. */
const NOTHING = {
  employment: 'nothingEmployment',
  studies: 'nothingStudies',
  ownBusiness: 'nothingOther',
} as const;

/** The evidence of an outcome, for those who hand it in: how far it reaches, what there is, and two ways to more. */
export function EvidenceView({ page, attempts, keyOf, done }: Props) {
  const t = useTranslations('evidence');
  const tList = useTranslations('outcome.list');
  const { outcome, placement, confirmations } = page;
  const back = `/provider/outcomes/${outcome.id}/evidence`;
  const answerer = answererOf(outcome.type);
  const who = answererInWords(outcome.type);
  const title = t('title', { name: placement.participantName });
  const failed = attempts.upload ?? attempts.ask ?? attempts.other;
  const open = ['submitted', 'returned', 'approved'].includes(outcome.status);
  return (
    <>
      <AttemptSummary attempt={failed} />
      <Breadcrumbs
        above={[
          { href: '/provider/outcomes', words: tList('title') },
          { href: `/provider/outcomes/${outcome.id}`, words: placement.participantName },
        ]}
        here={t('link')}
      />
      <PageHeading title={title} lead={t('lead')} />
      {done !== null && failed === null && <Notice tone="ok">{t(`done.${done}`, { who })}</Notice>}
      <PageSection title={t('standing.title')}>
        <CoverageView
          standing={page}
          decided={outcome.verifiedThrough}
          handIn={open ? t(`standing.${NOTHING[outcome.type]}`) : undefined}
        />
      </PageSection>
      {page.items.length > 0 && (
        <PageSection title={t('items.title')}>
          <EvidenceTable items={page.items} outcome={outcome} back={back} keyOf={keyOf} />
        </PageSection>
      )}
      {confirmations.length > 0 && (
        <PageSection title={t('questions.title', { who })}>
          <QuestionsTable
            confirmations={confirmations}
            now={page.now}
            back={back}
            keyOf={keyOf}
            open={open}
            who={who}
          />
        </PageSection>
      )}
      {!open && (
        <Notice tone="wait" className="mt-8">
          {t('closed')}
        </Notice>
      )}
      {open && (
        <PageSection title={t('upload.title')}>
          <UploadEvidenceForm
            outcome={outcome}
            today={page.today}
            attempt={attempts.upload}
            formKey={keyOf('upload')}
            back={back}
          />
        </PageSection>
      )}
      {open && answerer !== null && (
        <PageSection title={t('ask.title', { who })}>
          <AskEmployerForm page={page} attempt={attempts.ask} formKey={keyOf('ask')} back={back} />
        </PageSection>
      )}
    </>
  );
}
