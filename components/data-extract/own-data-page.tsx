import { useTranslations } from 'next-intl';
import { OwnExtracts } from '#components/data-extract/own-extracts.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { DataExtractView } from '#lib/domain/data-protection/data-extract.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly extracts: readonly DataExtractView[];
  readonly notice: 'requested' | 'gone' | null;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** Everything that is kept about whoever looks, to be taken home. */
export function OwnDataPage({ extracts, notice, attempt, formKey }: Props) {
  const t = useTranslations('own-data');
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <PageHeading title={t('title')} lead={t('lead')} />
      {notice !== null && (
        <Notice tone={notice === 'gone' ? 'warn' : 'ok'} className="mb-6 max-w-measure">
          {t(notice)}
        </Notice>
      )}
      <OwnExtracts extracts={extracts} />
      <p className="max-w-measure">{t('what')}</p>
      <p className="mt-2 max-w-measure text-ink-2">{t('how')}</p>
      <form method="post" action="/api/data-extracts" className="mt-5">
        <FormBasis formKey={formKey} back="/my-data" />
        <Button look="go" big>
          {t('ask')}
        </Button>
      </form>
    </>
  );
}
