import { useTranslations } from 'next-intl';
import { MonthsFilter } from '#components/insight/months-filter.tsx';
import { PartText } from '#components/insight/part-text.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import {
  PROVIDER_SORTS,
  type ProviderFigures,
  type ProviderList,
} from '#lib/domain/insight/provider-figures.ts';
import { errorShareWords } from '#lib/domain/insight/share-words.ts';
import type { ProviderFiguresInput } from '#lib/schemas/insight.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

const PATH = '/review/providers';

type Props = { readonly list: ProviderList; readonly asked: ProviderFiguresInput };

function searchOf({ list, asked }: Props, page: number): string {
  const { q, area, sort, order } = asked;
  return new URLSearchParams({
    q,
    area,
    sort,
    order,
    from: list.from,
    to: list.to,
    page: String(page),
  }).toString();
}

/** Every provider with its key figures, by whichever of them one looks for. */
export function ProviderListView(props: Props) {
  const { list } = props;
  const t = useTranslations('review-insight.providers');
  const locale = useStaffLocale();
  const columns = useColumns(list);
  const months = { from: formatMonth(list.from, locale), to: formatMonth(list.to, locale) };
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { count: list.total, ...months })} />
      <ProviderFilter {...props} />
      <div className="no-print mt-4 flex flex-wrap gap-3">
        <LinkAction href={`/api/review/providers/csv?${searchOf(props, 1)}`} look="plain" icon="download">
          {t('csv')}
        </LinkAction>
        <PrintButton>{t('print')}</PrintButton>
      </div>
      <Sheet className="mt-6 px-6 py-4 max-md:px-4">
        {list.providers.length === 0 ? (
          <EmptyState>{t('none')}</EmptyState>
        ) : (
          <DataTable<ProviderFigures>
            caption={t('caption', months)}
            captionHidden
            narrow="scroll"
            rows={list.providers}
            rowKey={({ providerId }) => providerId}
            columns={columns}
          />
        )}
      </Sheet>
      <Pagination
        page={list.page}
        pages={Math.ceil(list.total / list.pageSize)}
        hrefOf={(page) => `${PATH}?${searchOf(props, page)}`}
      />
      <div className="mt-6 grid max-w-measure gap-2 text-sm text-ink-2">
        <p>{t('nowDefinition')}</p>
        <p>{t('monthsDefinition', months)}</p>
        <p>{t('sampleDefinition')}</p>
        <p>
          {t('readAt')} <InstantText instant={new Date(list.readAt)} />.
        </p>
      </div>
    </>
  );
}

function useColumns({ from, to }: ProviderList): readonly Column<ProviderFigures>[] {
  const t = useTranslations('review-insight.providers');
  const locale = useStaffLocale();
  const number = (key: 'placements' | 'waiting' | 'overdue' | 'deviations' | 'requests' | 'complaints') => ({
    key,
    head: t(`column.${key}`),
    numeric: true,
    cell: (row: ProviderFigures) =>
      key === 'overdue' && row.overdue > 0 ? <b className="text-warn">{row.overdue}</b> : row[key],
  });
  return [
    {
      key: 'name',
      head: t('column.name'),
      cell: ({ providerId, name, orgNo }) => (
        <>
          <TextLink href={`${PATH}/${providerId}?from=${from}&to=${to}`}>{name}</TextLink>
          <small className="block font-normal text-ink-3">{formatOrgNo(orgNo)}</small>
        </>
      ),
    },
    number('placements'),
    number('waiting'),
    number('overdue'),
    {
      key: 'refused',
      head: t('column.refused'),
      numeric: true,
      cell: ({ refused }) => <PartText {...refused} />,
    },
    { key: 'holds', head: t('column.holds'), numeric: true, cell: ({ holds }) => <PartText {...holds} /> },
    number('deviations'),
    number('requests'),
    number('complaints'),
    {
      key: 'errors',
      head: t('column.errors'),
      numeric: true,
      cell: ({ errors, errorShare, isTooSmall }) => (
        <>
          {errorShare === null ? (
            <span className="text-ink-3">–</span>
          ) : (
            <span className="whitespace-nowrap">
              {errorShareWords(errorShare, locale)}
              <small className="block text-ink-3">
                {t('drawnInError', { part: errors.part, of: errors.of })}
              </small>
              {isTooSmall && <small className="block text-ink-3">{t('tooSmall')}</small>}
            </span>
          )}
        </>
      ),
    },
  ];
}

function ProviderFilter({ list, asked }: Props) {
  const t = useTranslations('review-insight.providers');
  const { q, area, sort, order } = asked;
  return (
    <MonthsFilter
      action={PATH}
      from={list.from}
      to={list.to}
      clearHref={q === '' && area === '' ? undefined : PATH}
    >
      <Field name="q" label={t('search')}>
        {(control) => <TextInput {...control} type="search" defaultValue={q} autoComplete="off" />}
      </Field>
      <Field name="area" label={t('area')}>
        {(control) => (
          <Select
            {...control}
            defaultValue={area}
            empty={t('allAreas')}
            options={list.areas.map((id) => ({ value: id, label: id }))}
          />
        )}
      </Field>
      <Field name="sort" label={t('sort')}>
        {(control) => (
          <Select
            {...control}
            defaultValue={sort}
            options={PROVIDER_SORTS.map((one) => ({ value: one, label: t(`column.${one}`) }))}
          />
        )}
      </Field>
      <Field name="order" label={t('order')}>
        {(control) => (
          <Select
            {...control}
            defaultValue={order}
            options={[
              { value: 'asc', label: t('asc') },
              { value: 'desc', label: t('desc') },
            ]}
          />
        )}
      </Field>
    </MonthsFilter>
  );
}
