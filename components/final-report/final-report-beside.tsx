import { useTranslations } from 'next-intl';
import type { BesideProps } from '#components/document/document-page-view.tsx';
import { VerdictForm } from '#components/final-report/verdict-form.tsx';
import { VerdictsGiven } from '#components/final-report/verdicts-given.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { FinalReport, FinalReportFacts } from '#lib/domain/final-report/final-report.ts';
import { answersIn } from '#lib/domain/final-report/report-answers.ts';
import { changedAnswers } from '#lib/domain/final-report/report-difference.ts';

type Props = BesideProps<FinalReport, FinalReportFacts, null>;

/** What is read beside a final report: the plan's goal, copies, what changed since the version before, and who could plan from it. */
export function FinalReportBeside(props: Props) {
  const { page, door } = props;
  const t = useTranslations('final-report');
  const { document, facts, versions } = page;
  const before = versions.find(({ number }) => number === document.number - 1);
  const mayJudge =
    door === '/admin' && document.status === 'approved' && !facts.verdicts.some(({ own }) => own);
  return (
    <>
      <div className="no-print mt-6 flex flex-wrap items-center gap-4">
        <PrintButton>{t('beside.print')}</PrintButton>
      </div>
      <PageSection title={t('beside.facts')}>
        <div className="grid max-w-[880px] gap-6">
          <div>
            <p className="text-sm text-ink-2">{t('beside.plan')}</p>
            <p className="max-w-measure">{facts.plan === null ? t('beside.noPlan') : facts.plan.goal}</p>
          </div>
          {door === '/review' && <Copies {...props} />}
          {before !== undefined && <Changes {...props} before={before.content} number={before.number} />}
        </div>
      </PageSection>
      {document.status === 'approved' && (
        <PageSection title={t('verdict.given')}>
          <div className="grid max-w-[880px] gap-6">
            <VerdictsGiven verdicts={facts.verdicts} />
            {mayJudge && <VerdictForm {...props} />}
          </div>
        </PageSection>
      )}
    </>
  );
}

/** Answers that stand nearly word for word in final reports about others. */
function Copies({ page: { document, facts } }: Props) {
  const t = useTranslations('final-report.beside');
  const answers = answersIn(document.content, facts);
  if (facts.copies.length === 0) return null;
  return (
    <div className="border-s-4 border-warn-line ps-4">
      <h3 className="font-bold">{t('copies')}</h3>
      <p className="text-sm text-ink-2">{t('copiesLead')}</p>
      <ul className="mt-2 grid gap-1">
        {answers.map(({ pointer, where }) => {
          const reports = facts.copies.find(({ place }) => place === pointer)?.documents ?? 0;
          return (
            reports > 0 && (
              <li key={pointer}>
                {where}: <b>{t('copy', { reports })}</b>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

type ChangeProps = Props & { readonly before: FinalReport; readonly number: number };

/** What a version says otherwise than the one before. */
function Changes({ page: { document, facts }, before, number }: ChangeProps) {
  const t = useTranslations('final-report.beside');
  const changed = changedAnswers(before, document.content, facts);
  return (
    <div>
      <h3 className="font-bold">{t('changes', { number })}</h3>
      {changed.length === 0 && <p>{t('unchanged')}</p>}
      {changed.map(({ place, where, before: old, now }) => (
        <dl key={place} className="mt-3 grid gap-x-6 gap-y-1 border-t border-line pt-3 sm:grid-cols-2">
          <dt className="font-medium sm:col-span-2">{where}</dt>
          <dd className="text-ink-2">
            <span className="block text-xs text-ink-3">{t('changed')}</span>
            {old === '' ? t('nothing') : old}
          </dd>
          <dd>
            <span className="block text-xs text-ink-3">{t('now')}</span>
            {now}
          </dd>
        </dl>
      ))}
    </div>
  );
}
