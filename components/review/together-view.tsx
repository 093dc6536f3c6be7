import { useTranslations } from 'next-intl';
import { TogetherTable } from '#components/review/together-table.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { Together } from '#lib/domain/review/together.ts';
import { queueHref, type ReviewQueueInput } from '#lib/schemas/review-bench.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly together: Together;
  readonly filter: ReviewQueueInput;
  /** The page's own address. */
  readonly back: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** What would be approved together, read through before it is; what would not, and why. */
export function TogetherView({ together, filter, back, formKey, attempt }: Props) {
  const t = useTranslations('review-bench');
  const { reports, leftOut, amountOre, more } = together;
  const queue = queueHref(filter);
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: queue, words: t('bar.queue') }]} here={t('together.title')} />
      <PageHeading
        title={t('together.title')}
        lead={
          reports.length === 0
            ? t('together.leadNone')
            : t.rich('together.lead', { reports: reports.length, amount: () => <Amount value={amountOre} /> })
        }
      />
      {reports.length === 0 ? (
        <EmptyState action={<LinkAction href={queue}>{t('together.back')}</LinkAction>}>
          {t('together.nothing')}
        </EmptyState>
      ) : (
        <Sheet className="p-6 max-md:px-4">
          <TogetherTable caption={t('together.included')} reports={reports} sum={amountOre} />
          <form method="post" action="/api/review/together" className="mt-6 grid justify-items-start gap-3">
            <FormBasis formKey={formKey} back={back} />
            {reports.map(({ id, version }, index) => (
              <span key={id} hidden>
                <input type="hidden" name={`reports.${index}.reportId`} value={id} />
                <input type="hidden" name={`reports.${index}.version`} value={version} />
              </span>
            ))}
            <p className="text-ink-2">{t('together.allOrNone')}</p>
            <Button look="go">{t('together.approve', { reports: reports.length })}</Button>
          </form>
        </Sheet>
      )}
      {leftOut.length > 0 && (
        <Sheet className="mt-8 p-6 max-md:px-4">
          <TogetherTable caption={t('together.leftOut')} reports={leftOut} />
        </Sheet>
      )}
      {more > 0 && <p className="mt-4 text-ink-2">{t('together.more', { more })}</p>}
    </>
  );
}
