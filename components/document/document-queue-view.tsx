import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import type { DocumentQueue, QueuedDocument } from '#lib/domain/document/document-pages.ts';
import type { DocumentQueueInput } from '#lib/schemas/document.ts';

type Props = {
  readonly queue: DocumentQueue;
  readonly filter: DocumentQueueInput;
  /** Behind which front door the queue stands: `/admin` or `/review`. */
  readonly door: string;
  readonly personId: string;
};

const SHOWN = ['all', 'free', 'mine', 'handedUp'] as const;

/** The address of the queue with some of its filters changed; what stands at its default is left out. */
function queueHref(door: string, filter: DocumentQueueInput, change: Partial<DocumentQueueInput>): string {
  const { kind, show, q, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (kind !== 'all') search.set('kind', kind);
  if (show !== 'all') search.set('show', show);
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? `${door}/documents` : `${door}/documents?${search.toString()}`;
}

/** Documents that wait at one's desks, and ways to find one's own part of them. */
export function DocumentQueueView({ queue, filter, door, personId }: Props) {
  const t = useTranslations('document');
  const here = `${door}/documents`;
  const isFiltered = filter.q !== '' || filter.kind !== 'all' || filter.show !== 'all';
  const kinds = DOCUMENT_KINDS.filter((kind) => queue.byKind[kind] !== undefined || kind === filter.kind);
  return (
    <>
      <PageHeading title={t('queue.title')} lead={t('queue.lead', { total: queue.total })} />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={SHOWN.map((show) => ({
              href: queueHref(door, filter, { show }),
              words: t(`queue.${show}`),
              current: show === filter.show,
            }))}
          />
          <FilterBar action={here} label={t('queue.filter')} clearHref={isFiltered ? here : undefined}>
            <input type="hidden" name="show" value={filter.show} />
            <Field name="q" label={t('queue.search')} className="sm:w-100">
              {(control) => (
                <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />
              )}
            </Field>
            <Field name="kind" label={t('queue.kind')} className="sm:w-60">
              {(control) => (
                <Select
                  {...control}
                  defaultValue={filter.kind}
                  options={[
                    { value: 'all', label: t('queue.allKinds') },
                    ...kinds.map((kind) => ({
                      value: kind,
                      label: `${t(`kinds.${kind}`)} (${queue.byKind[kind] ?? 0})`,
                    })),
                  ]}
                />
              )}
            </Field>
          </FilterBar>
        </div>
        <div className="mt-6">
          {queue.documents.length === 0 ? (
            <EmptyState
              action={isFiltered ? <LinkAction href={here}>{t('queue.showAll')}</LinkAction> : undefined}
            >
              {t(isFiltered ? 'queue.emptyFiltered' : 'queue.empty')}
            </EmptyState>
          ) : (
            <QueueTable documents={queue.documents} door={door} personId={personId} />
          )}
        </div>
        <Pagination
          page={queue.page}
          pages={Math.ceil(queue.total / queue.pageSize)}
          hrefOf={(page) => queueHref(door, filter, { page })}
        />
      </Sheet>
    </>
  );
}

type TableProps = Pick<Props, 'door' | 'personId'> & { readonly documents: readonly QueuedDocument[] };

function QueueTable({ documents, door, personId }: TableProps) {
  const t = useTranslations('document');
  const columns: readonly Column<QueuedDocument>[] = [
    {
      key: 'participant',
      head: t('queue.participant'),
      cell: ({ id, participantName, level }) => (
        <>
          <TextLink href={`${door}/documents/${id}`}>{participantName}</TextLink>
          <span className="block text-xs font-normal text-ink-3">
            {t('queue.level')} {level}
          </span>
        </>
      ),
    },
    {
      key: 'kind',
      head: t('queue.kind'),
      cell: ({ kind, number }) => (
        <>
          {t(`kinds.${kind}`)}
          {number > 1 && <span className="block text-xs text-ink-3">{t('queue.version', { number })}</span>}
        </>
      ),
    },
    {
      key: 'provider',
      head: t('queue.provider'),
      cell: ({ providerName, officeName }) => (
        <>
          {providerName}
          <span className="block text-xs text-ink-3">{officeName}</span>
        </>
      ),
    },
    {
      key: 'came',
      head: t('queue.came'),
      cell: ({ submittedOn }) => <DateText date={submittedOn} style="day" />,
    },
    {
      key: 'answerBy',
      head: t('queue.answerBy'),
      cell: ({ answerBy }) => (answerBy === null ? '–' : <DateText date={answerBy} style="weekday" />),
    },
    {
      key: 'state',
      head: t('queue.state'),
      cell: (document) => <QueueState document={document} personId={personId} />,
    },
  ];
  return (
    <DataTable
      caption={t('queue.title')}
      captionHidden
      columns={columns}
      rows={documents}
      rowKey={({ id }) => id}
    />
  );
}

function QueueState({
  document,
  personId,
}: {
  readonly document: QueuedDocument;
  readonly personId: string;
}) {
  const t = useTranslations('document.queue');
  const { takenByPersonId, takenByName, handedUpByPersonId } = document;
  const handedUp = handedUpByPersonId !== null && (
    <span className="block text-xs text-ink-3">{t('handedUpState')}</span>
  );
  if (takenByPersonId === null)
    return (
      <>
        <span className="text-ink-3">{t('freeState')}</span>
        {handedUp}
      </>
    );
  return (
    <>
      {takenByPersonId === personId ? <b>{t('takenByYou')}</b> : t('takenBy', { name: takenByName ?? '' })}
      {handedUp}
    </>
  );
}
