import { useTranslations } from 'next-intl';
import { listHref } from '#components/admin/list-href.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { WhiteSpotList } from '#lib/domain/admin/white-spot-list.ts';

type Props = { readonly list: WhiteSpotList; readonly area: string };

const PATH = '/admin/white-spots';

/** Where participants have nobody to choose, or nobody near: municipalities first, then who waits. */
export function WhiteSpotsView({ list, area }: Props) {
  const t = useTranslations('assignment.whiteSpots');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { count: list.total, reach: list.reachKilometres })} />
      {list.municipalities.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <>
          <PageSection title={t('municipalities')} note={t('municipalitiesNote')}>
            <Sheet className="px-6 py-4 max-md:px-4">
              <Municipalities list={list} />
            </Sheet>
          </PageSection>
          <PageSection title={area === '' ? t('participants') : t('participantsIn', { area })}>
            {area !== '' && (
              <p className="mb-3">
                <TextLink href={PATH}>{t('allAreas')}</TextLink>
              </p>
            )}
            <Sheet className="px-6 py-4 max-md:px-4">
              <Participants list={list} />
              <Pagination
                page={list.page}
                pages={Math.ceil(list.total / list.pageSize)}
                hrefOf={(page) => listHref(PATH, { area, page })}
              />
            </Sheet>
          </PageSection>
        </>
      )}
    </>
  );
}

function Municipalities({ list }: Pick<Props, 'list'>) {
  const t = useTranslations('assignment.whiteSpots');
  return (
    <DataTable
      caption={t('municipalities')}
      captionHidden
      rows={list.municipalities}
      rowKey={({ municipality, deliveryArea }) => `${deliveryArea} ${municipality ?? ''}`}
      columns={[
        { key: 'municipality', head: t('municipality'), cell: (one) => one.municipality ?? t('unknown') },
        {
          key: 'area',
          head: t('area'),
          cell: ({ deliveryArea }) => (
            <TextLink href={listHref(PATH, { area: deliveryArea })}>{deliveryArea}</TextLink>
          ),
        },
        { key: 'nobody', head: t('nobody'), numeric: true, cell: ({ nobody }) => nobody },
        {
          key: 'far',
          head: t('far', { reach: list.reachKilometres }),
          numeric: true,
          cell: ({ far }) => far,
        },
        { key: 'overlap', head: t('overlap'), numeric: true, cell: ({ overlap }) => overlap },
      ]}
    />
  );
}

function Participants({ list }: Pick<Props, 'list'>) {
  const t = useTranslations('assignment.whiteSpots');
  return (
    <DataTable
      caption={t('participants')}
      captionHidden
      rows={list.participants}
      rowKey={({ decisionId }) => decisionId}
      columns={[
        {
          key: 'participant',
          head: t('participant'),
          cell: ({ name, level, implementationReference: reference }) => (
            <>
              {name}
              <span className="block text-xs font-normal text-ink-3">
                {t('levelReference', { level, reference })}
              </span>
            </>
          ),
        },
        {
          key: 'lives',
          head: t('municipality'),
          cell: ({ municipality, deliveryArea }) => (
            <>
              {municipality ?? t('unknown')}
              <span className="block text-xs text-ink-3">{deliveryArea}</span>
            </>
          ),
        },
        {
          key: 'kind',
          head: t('kind'),
          cell: ({ kind, placed }) => (
            <>
              <Status tone={kind === 'nobody' ? 'stop' : 'warn'}>{t(`kinds.${kind}`)}</Status>
              {placed && <span className="block text-xs text-ink-3">{t('placed')}</span>}
            </>
          ),
        },
        { key: 'since', head: t('since'), cell: ({ foundOn }) => <DateText date={foundOn} style="day" /> },
        {
          key: 'chooseBy',
          head: t('chooseBy'),
          cell: ({ chooseBy }) => <DateText date={chooseBy} style="weekday" />,
        },
      ]}
    />
  );
}
