import { useLocale, useTranslations } from 'next-intl';
import { AuthorisationTable } from '#components/payment/authorisation-table.tsx';
import { PayableTable } from '#components/payment/payable-table.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/filter-bar.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { AuthorisationRow, PayableRow } from '#lib/domain/payment/payment-view.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import { PAY_DAY_VIEWS, type PayDayQuery } from '#lib/schemas/payment.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor, type Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface PayDayViewProps {
  day: {
    payOn: PlainDate;
    acceptedThrough: PlainDate | null;
    counts: Readonly<Record<PayDayQuery['view'], number>>;
    readyOre: Ore;
    rows: Paged<PayableRow>;
    authorisations: readonly AuthorisationRow[];
  };
  query: PayDayQuery;
}

const BASE = '/payments/pay-days';

function hrefOf(payOn: PlainDate, { q, view, page }: PayDayQuery): string {
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (view !== 'ready') search.set('view', view);
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return `${BASE}/${payOn}${text === '' ? '' : `?${text}`}`;
}

/** One pay day: what can be authorised for it, what waits and for what, and what has been signed. */
export function PayDayView({ day, query }: PayDayViewProps) {
  const t = useTranslations('payment.day');
  const locale = useLocale();
  const { payOn, counts, readyOre, acceptedThrough, authorisations } = day;
  const title = t('title', { date: formatDate(payOn, locale) });
  return (
    <>
      <Breadcrumbs above={[{ href: BASE, words: t('crumb') }]} here={title} />
      <PageHeading
        title={title}
        lead={
          counts.ready === 0
            ? t('leadNone')
            : t('leadReady', { count: counts.ready, amount: formatKronor(readyOre, locale) })
        }
      >
        {acceptedThrough !== null && (
          <DescriptionList
            layout="line"
            className="mt-4"
            facts={[{ term: t('through'), detail: <DateText date={acceptedThrough} style="weekdayDate" /> }]}
          />
        )}
      </PageHeading>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <SearchField action={`${BASE}/${payOn}`} label={t('search')} value={query.q}>
          {query.view !== 'ready' && <input type="hidden" name="view" value={query.view} />}
        </SearchField>
        <ViewSwitch
          views={PAY_DAY_VIEWS.map((view) => ({
            href: hrefOf(payOn, { ...query, view, page: 1 }),
            words: t(`views.${view}`),
            count: counts[view],
            current: view === query.view,
          }))}
        />
      </div>
      <Rows day={day} query={query} />
      <Pagination
        page={day.rows.page}
        pages={day.rows.pages}
        hrefOf={(page) => hrefOf(payOn, { ...query, page })}
      />
      {authorisations.length > 0 && (
        <PageSection title={t('authorisations')}>
          <AuthorisationTable rows={authorisations} caption={t('authorisations')} />
        </PageSection>
      )}
    </>
  );
}

function Rows({ day, query }: PayDayViewProps) {
  const t = useTranslations('payment.day');
  const { payOn, rows, counts } = day;
  if (rows.items.length === 0) {
    return (
      <EmptyState
        action={
          query.q !== '' && (
            <LinkAction href={hrefOf(payOn, { ...query, q: '', page: 1 })}>{t('clear')}</LinkAction>
          )
        }
      >
        {query.q === '' ? t(`empty.${query.view}`) : t('noneFound')}
      </EmptyState>
    );
  }
  const table = <PayableTable rows={rows.items} view={query.view} />;
  if (query.view !== 'ready') return table;
  return (
    // A form that is got: what is about to be signed has an address, and nothing is changed by looking.
    <form method="get" action={`${BASE}/${payOn}/check`}>
      {table}
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkAction look="go" href={`${BASE}/${payOn}/check?all=1`}>
          {t('checkAll', { count: counts.ready })}
        </LinkAction>
        <Button>{t('checkChosen')}</Button>
      </div>
    </form>
  );
}
