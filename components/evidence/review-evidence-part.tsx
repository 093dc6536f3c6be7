import { useTranslations } from 'next-intl';
import { CoverageView } from '#components/evidence/coverage-view.tsx';
import { EvidenceTable } from '#components/evidence/evidence-table.tsx';
import { JudgeForm } from '#components/evidence/judge-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { EvidencePage } from '#lib/domain/evidence/evidence-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: EvidencePage;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  /** Whether who reads it may judge: the outcome is the current one, and not their own. */
  readonly judges: boolean;
  readonly judged: boolean;
};

/** The evidence on the page of a review: how far it reaches, and each piece to be accepted or not. */
export function ReviewEvidencePart({ page, attempt, formKey, judges, judged }: Props) {
  const t = useTranslations('evidence');
  const standing = page.items.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <div className="grid gap-6" id="underlag">
      {judged && attempt === null && <Notice tone="ok">{t('done.judged')}</Notice>}
      {judges && standing.length > 0 ? (
        <>
          <CoverageView standing={page} decided={page.outcome.verifiedThrough} />
          <JudgeForm page={page} attempt={attempt} formKey={formKey} />
        </>
      ) : (
        <EvidencePart page={page} />
      )}
    </div>
  );
}

/** The same to be read. */
export function EvidencePart({ page }: { readonly page: EvidencePage }) {
  return (
    <div className="grid gap-6">
      <CoverageView standing={page} decided={page.outcome.verifiedThrough} />
      {page.items.length > 0 && <EvidenceTable items={page.items} outcome={page.outcome} />}
    </div>
  );
}
