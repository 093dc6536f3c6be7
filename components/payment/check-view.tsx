import { useTranslations } from 'next-intl';
import { SignForm } from '#components/payment/sign-form.tsx';
import { SignedTable } from '#components/payment/signed-table.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { OBSTACLE_WORDS } from '#lib/domain/payment/authorise.ts';
import type { AuthorisationContent } from '#lib/domain/payment/authorisation.ts';
import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface CheckViewProps {
  content: AuthorisationContent;
  contentHash: string;
  versions: Readonly<Record<string, number>>;
  left: readonly PayableRow[];
  formKey: string;
  /** Its own address. */
  path: string;
}

const BASE = '/payments/pay-days';

/** Exactly what is about to be signed, and the way to the e-ID. */
export function CheckView(props: CheckViewProps) {
  const { content, left } = props;
  const t = useTranslations('payment.check');
  const tDay = useTranslations('payment.day');
  const locale = useStaffLocale();
  const date = formatDate(content.payOn, locale);
  const isEmpty = content.statementCount === 0;
  return (
    <>
      <Breadcrumbs
        above={[
          { href: BASE, words: tDay('crumb') },
          { href: `${BASE}/${content.payOn}`, words: tDay('title', { date }) },
        ]}
        here={t('here')}
      />
      <PageHeading
        title={isEmpty ? t('titleNone') : t('title', { count: content.statementCount })}
        lead={isEmpty ? undefined : t('lead', { amount: formatKronor(content.amountOre, locale), date })}
      />
      {isEmpty ? (
        <EmptyState action={<LinkAction href={`${BASE}/${content.payOn}`}>{t('back')}</LinkAction>}>
          {t('leadNone')}
        </EmptyState>
      ) : (
        <SignedTable content={content} />
      )}
      {left.length > 0 && <LeftOut rows={left} />}
      {!isEmpty && <SignForm {...props} />}
    </>
  );
}

function LeftOut({ rows }: { rows: readonly PayableRow[] }) {
  const t = useTranslations('payment.check');
  const locale = useStaffLocale();
  return (
    <PageSection title={t('left')}>
      <ul className="grid gap-3">
        {rows.map(({ statementId, providerName, obstacle }) => (
          <li key={statementId}>
            <Status tone="warn" reason={obstacle === null ? undefined : OBSTACLE_WORDS[obstacle][locale]}>
              {providerName}
            </Status>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
