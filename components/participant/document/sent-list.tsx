import { useLocale, useTranslations } from 'next-intl';
import { OwnDocumentStatus } from '#components/participant/document/standing.tsx';
import { OwnWords } from '#components/participant/own-words.tsx';
import { ReportStatus } from '#components/participant/report-status.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import {
  SENT_KINDS,
  type SentItem,
  type SentKind,
  type SentList,
  sentPath,
} from '#lib/domain/participant/own-document.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PATH = '/participant/documents';

/** Everything that has been sent about the participant, the latest first, to pick among by kind. */
export function SentListPage({ list, kind }: { readonly list: SentList; readonly kind: SentKind | '' }) {
  const t = useTranslations('own-documents');
  const { items, counts, page, pages, today } = list;
  const hrefOf = (to: number): string =>
    `${PATH}?${new URLSearchParams({ kind, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <FilterBar action={PATH} label={t('filter.label')} clearHref={kind === '' ? undefined : PATH}>
        <Field name="kind" label={t('filter.kind')}>
          {(control) => (
            <Select
              {...control}
              className="min-h-(--target)"
              defaultValue={kind}
              empty={t('filter.all')}
              options={SENT_KINDS.flatMap((one) => {
                const count = counts[one];
                return count === undefined
                  ? []
                  : [{ value: one, label: t('filter.count', { kind: t(`kind.${one}`), count }) }];
              })}
            />
          )}
        </Field>
      </FilterBar>
      <div className="mt-6">
        {items.length === 0 ? (
          <EmptyState>{t(kind === '' ? 'empty' : 'emptyKind')}</EmptyState>
        ) : (
          <Sheet className="px-(--room) py-1">
            <ul>
              {items.map((item) => (
                <SentLine key={item.id} item={item} today={today} />
              ))}
            </ul>
          </Sheet>
        )}
      </div>
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}

type LineProps = { readonly item: SentItem; readonly today: PlainDate };

function SentLine({ item, today }: LineProps) {
  const t = useTranslations('own-documents');
  const locale = useLocale();
  const day = dateInWords(item.on, locale);
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <TextLink href={sentPath(item)} className="inline-flex min-h-(--target) items-center font-medium">
        <ItemTitle item={item} />
      </TextLink>
      <p className="text-ink-2">
        {item.kind === 'decision'
          ? t('decided', { day })
          : t.rich('sent', {
              day,
              provider: item.provider,
              name: (words) => <OwnWords>{words}</OwnWords>,
            })}
      </p>
      <ItemStatus item={item} today={today} />
    </li>
  );
}

function ItemTitle({ item }: Pick<LineProps, 'item'>) {
  const t = useTranslations('own-documents');
  const locale = useLocale();
  switch (item.kind) {
    case 'plan':
      return t('planItem', { number: item.number });
    case 'report':
      return t('reportItem', { month: formatMonth(item.month, locale) });
    default:
      return t(`kind.${item.kind}`);
  }
}

function ItemStatus({ item, today }: LineProps) {
  const t = useTranslations('own-documents.plan');
  const locale = useLocale();
  switch (item.kind) {
    case 'decision':
      return null;
    case 'report':
      return <ReportStatus status={item.status} />;
    case 'plan':
      if (item.from > today)
        return <Status tone="wait">{t('coming', { day: dateInWords(item.from, locale) })}</Status>;
      return item.last ? <Status tone="ok">{t('now')}</Status> : <Status tone="none">{t('before')}</Status>;
    default:
      return <OwnDocumentStatus document={item} />;
  }
}
