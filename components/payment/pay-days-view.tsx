import { useLocale, useTranslations } from 'next-intl';
import { AuthorisationTable } from '#components/payment/authorisation-table.tsx';
import { TallyText } from '#components/payment/tally-text.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AuthorisationRow, PayDayView } from '#lib/domain/payment/payment-view.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';

const BASE = '/payments/pay-days';

interface PayDaysViewProps {
  days: readonly PayDayView[];
  toConfirm: readonly AuthorisationRow[];
  authorisations: Paged<AuthorisationRow>;
}

/** The pay days of a year with what stands before each, what the bank has to be asked about, and what has been signed. */
export function PayDaysView({ days, toConfirm, authorisations }: PayDaysViewProps) {
  const t = useTranslations('payment.days');
  const locale = useLocale();
  const next = days.find(({ accepted }) => accepted.statements > 0);
  // The nearest day is told even when nothing stands before it; after the last with something, the days are all alike.
  const told = Math.max(1, days.findLastIndex(hasSomething) + 1);
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={
          next === undefined
            ? t('lead')
            : t('leadReady', { count: next.accepted.statements, date: formatDate(next.payOn, locale) })
        }
      />
      {next !== undefined && (
        <LinkAction look="go" big href={`${BASE}/${next.payOn}`}>
          {t('open', { date: formatDate(next.payOn, locale) })}
        </LinkAction>
      )}
      {toConfirm.length > 0 && (
        <PageSection title={t('toConfirm')} note={t('toConfirmNote')}>
          <AuthorisationTable rows={toConfirm} caption={t('toConfirm')} />
        </PageSection>
      )}
      <PageSection title={t('coming')} note={t('comingNote')}>
        <DaysTable days={days.slice(0, told)} />
        {told < days.length && (
          <DisclosureMore summary={t('later')} className="mt-4">
            <p className="text-sm text-ink-2">{t('laterNote')}</p>
            <ul>
              {days.slice(told).map((day) => (
                <li key={day.payOn} className="py-1">
                  <TextLink href={`${BASE}/${day.payOn}`}>{formatDate(day.payOn, locale)}</TextLink>
                </li>
              ))}
            </ul>
          </DisclosureMore>
        )}
      </PageSection>
      <PageSection title={t('earlier')} note={t('earlierNote')}>
        {authorisations.total === 0 ? (
          <EmptyState>{t('earlierEmpty')}</EmptyState>
        ) : (
          <AuthorisationTable rows={authorisations.items} caption={t('earlier')} />
        )}
        <Pagination
          page={authorisations.page}
          pages={authorisations.pages}
          hrefOf={(page) => `${BASE}?page=${page}`}
        />
      </PageSection>
    </>
  );
}

function hasSomething({ accepted, awaiting, disputed, authorised, paid }: PayDayView): boolean {
  return [accepted, awaiting, disputed, authorised, paid].some(({ statements }) => statements > 0);
}

function DaysTable({ days }: Pick<PayDaysViewProps, 'days'>) {
  const t = useTranslations('payment.days');
  const locale = useLocale();
  const tallies = ['awaiting', 'disputed', 'authorised', 'paid'] as const;
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={days}
        rowKey={({ payOn }) => payOn}
        columns={[
          {
            key: 'day',
            head: t('day'),
            cell: ({ payOn, acceptedThrough }) => (
              <>
                <TextLink href={`${BASE}/${payOn}`}>{formatDate(payOn, locale)}</TextLink>
                <small>{t('through', { date: formatDate(acceptedThrough, locale) })}</small>
              </>
            ),
          },
          {
            key: 'accepted',
            head: t('accepted'),
            numeric: true,
            cell: ({ accepted, withoutAccount }) => (
              <>
                <TallyText tally={accepted} />
                {withoutAccount.statements > 0 && (
                  <small>{t('withoutAccount', { count: withoutAccount.statements })}</small>
                )}
              </>
            ),
          },
          ...tallies.map((key) => ({
            key,
            head: t(key),
            numeric: true,
            cell: (day: PayDayView) => <TallyText tally={day[key]} />,
          })),
        ]}
      />
    </Sheet>
  );
}
