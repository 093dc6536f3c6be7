import { useTranslations } from 'next-intl';
import { listHref } from '#components/admin/list-href.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { LETTER_VIEWS, type LetterList } from '#lib/domain/assistance/letter-list.ts';
import type { LetterListInput } from '#lib/schemas/assistance.ts';

const PATH = '/admin/letters';

type Props = { readonly list: LetterList; readonly filter: LetterListInput };

function hrefWith(filter: LetterListInput, change: Partial<LetterListInput>): string {
  const { show, ...rest } = { ...filter, page: 1, ...change };
  return listHref(PATH, { show: show === 'waiting' ? '' : show, ...rest });
}

/** Letters that tell participants what was done for them: which are to be sent, and which have gone. */
export function LetterListView({ list, filter }: Props) {
  const t = useTranslations('assisted.letters');
  const { show, q } = filter;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={LETTER_VIEWS.map((view) => ({
              href: hrefWith(filter, { show: view }),
              words: t(`views.${view}`),
              current: view === show,
              count: view === show ? list.total : undefined,
            }))}
          />
          <FilterBar
            action={PATH}
            label={t('filter')}
            clearHref={q === '' ? undefined : hrefWith(filter, { q: '' })}
          >
            <input type="hidden" name="show" value={show} />
            <Field name="q" label={t('search')} className="sm:w-80">
              {(control) => <TextInput {...control} type="search" defaultValue={q} autoComplete="off" />}
            </Field>
          </FilterBar>
        </div>
        <div className="mt-6">
          {list.letters.length === 0 ? (
            <EmptyState>{t(q === '' ? `empty.${show}` : 'empty.filtered')}</EmptyState>
          ) : (
            <Letters list={list} />
          )}
        </div>
        <Pagination
          page={list.page}
          pages={Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => hrefWith(filter, { page })}
        />
      </Sheet>
    </>
  );
}

function Letters({ list }: Pick<Props, 'list'>) {
  const t = useTranslations('assisted.done');
  const words = useTranslations('assisted.letters');
  return (
    <DataTable
      caption={words('caption')}
      captionHidden
      rows={list.letters}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'participant',
          head: words('participant'),
          cell: ({ id, name, participantId }) => (
            <TextLink href={`/admin/participants/${participantId}/letters/${id}`}>{name}</TextLink>
          ),
        },
        {
          key: 'what',
          head: t('what'),
          cell: ({ kind, assistedBy, provider }) =>
            t(assistedBy === 'paperCode' ? 'code' : kind, { provider }),
        },
        { key: 'at', head: t('at'), cell: ({ doneOn }) => <DateText date={doneOn} /> },
        { key: 'by', head: words('by'), cell: ({ by }) => by },
        {
          key: 'letter',
          head: t('letter'),
          cell: ({ letterOn }) => (letterOn === null ? words('notSent') : <DateText date={letterOn} />),
        },
      ]}
    />
  );
}
