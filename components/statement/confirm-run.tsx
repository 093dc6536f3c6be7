import { useLocale, useTranslations } from 'next-intl';
import { CutOffForm } from '#components/statement/cut-off-form.tsx';
import { Example } from '#components/ui/amount.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { CutOffFault } from '#lib/domain/statement/cut-off.ts';
import type { RunPreview } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor, type Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface ConfirmRunProps {
  preview: RunPreview & { readonly fault: CutOffFault | null };
  today: PlainDate;
  formKey: string;
}

/** What a run would take in, and the button that starts it. */
export function ConfirmRun({ preview, today, formKey }: ConfirmRunProps) {
  const t = useTranslations('statement.start');
  const locale = useLocale();
  const { cutOff, fault } = preview;
  const worth = (count: number, amount: Ore) =>
    count === 0 ? (
      t('reportCount', { count })
    ) : (
      <>
        {t('reportsWorth', { count, amount: formatKronor(amount, locale) })} <Example />
      </>
    );
  return (
    <>
      <PageHeading title={t('title', { date: formatDate(cutOff, locale) })} lead={t('lead')} />
      <Card className="max-w-measure">
        <DescriptionList
          facts={[
            { term: t('providers'), detail: preview.providers },
            { term: t('newReports'), detail: worth(preview.newReports, preview.newReportsOre) },
            { term: t('awaiting'), detail: worth(preview.awaitingReview, preview.awaitingReviewOre) },
            { term: t('returned'), detail: t('reportCount', { count: preview.returned }) },
            { term: t('corrections'), detail: t('correctionsText') },
          ]}
        />
        <p className="mt-3 text-ink-2">{t('protected')}</p>
        {fault === null ? (
          <form method="post" action="/api/payments/runs" className="mt-6 flex flex-wrap gap-3">
            <FormBasis formKey={formKey} back={`/payments/start?cutOff=${cutOff}`} />
            <input type="hidden" name="cutOff" value={cutOff} />
            <Button look="go" big>
              {t('confirm')}
            </Button>
            <LinkAction look="quiet" big href="/payments">
              {t('cancel')}
            </LinkAction>
          </form>
        ) : (
          <Notice tone="stop" className="mt-6">
            {t(`fault.${fault}`)}
          </Notice>
        )}
      </Card>
      <DisclosureMore summary={t('another')} open={fault !== null} className="mt-6">
        <CutOffForm cutOff={cutOff} today={today} />
      </DisclosureMore>
    </>
  );
}
