import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { documentFormPath } from '#lib/domain/document/document-path.ts';
import { STATUS_TONE } from '#lib/domain/document/document-pages.ts';
import {
  type BasisState,
  basisState,
  type EndingPeriod,
  type ExtensionList,
} from '#lib/domain/extension/extension-list.ts';

type Props = {
  readonly list: ExtensionList;
  readonly windows: readonly number[];
  /** Whether the reader sends a basis. */
  readonly maySend: boolean;
};

const PATH = '/provider/participants/ending';

/** Those whose first period ends soon, with how their basis for an extension stands. */
export function EndingPeriodsView({ list, windows, maySend }: Props) {
  const t = useTranslations('extension.list');
  const { periods, within, page, pageSize, total, leadDays } = list;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { days: leadDays })} />
      <ViewSwitch
        label={t('within')}
        className="mb-6"
        views={windows.map((days) => ({
          href: `${PATH}?within=${days}`,
          words: t('withinDays', { days }),
          current: days === within,
        }))}
      />
      {periods.length === 0 ? (
        <EmptyState>{t('empty', { days: within })}</EmptyState>
      ) : (
        <Sheet className="px-6 py-4 max-md:px-4">
          <PeriodTable list={list} maySend={maySend} />
        </Sheet>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(to) => `${PATH}?within=${within}&page=${to}`}
      />
    </>
  );
}

const TONES: Readonly<Record<BasisState, 'ok' | 'warn' | 'stop' | 'wait' | 'none'>> = {
  missing: 'none',
  late: 'warn',
  submitted: STATUS_TONE.submitted,
  inReview: STATUS_TONE.inReview,
  returned: STATUS_TONE.returned,
  declined: 'stop',
};

function PeriodTable({ list, maySend }: Pick<Props, 'list' | 'maySend'>) {
  const t = useTranslations('extension.list');
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={list.periods}
      rowKey={({ placementId }) => placementId}
      columns={[
        {
          key: 'participant',
          head: t('participant'),
          cell: ({ placementId, name, level }: EndingPeriod) => (
            <>
              <TextLink href={`/provider/participants/${placementId}`}>{name}</TextLink>
              <span className="block text-xs font-normal text-ink-3">
                {t('level')} {level}
              </span>
            </>
          ),
        },
        {
          key: 'office',
          head: t('office'),
          cell: ({ officeName, coachName }: EndingPeriod) => (
            <>
              {officeName}
              <span className="block text-xs text-ink-3">
                {t('coach')}: {coachName ?? t('noCoach')}
              </span>
            </>
          ),
        },
        { key: 'ends', head: t('ends'), cell: ({ lastDay }: EndingPeriod) => <DateText date={lastDay} /> },
        { key: 'due', head: t('due'), cell: ({ dueOn }: EndingPeriod) => <DateText date={dueOn} /> },
        {
          key: 'state',
          head: t('state'),
          cell: (period: EndingPeriod) => <Basis period={period} list={list} maySend={maySend} />,
        },
      ]}
    />
  );
}

function Basis({
  period,
  list,
  maySend,
}: Pick<Props, 'list' | 'maySend'> & { readonly period: EndingPeriod }) {
  const t = useTranslations('extension.list');
  const { placementId, documentId, name } = period;
  const state = basisState(period, list.today);
  const unsent = state === 'missing' || state === 'late';
  return (
    <>
      <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>
      {documentId !== null && (
        <TextLink
          className="block"
          href={`/provider/documents/${documentId}`}
          aria-label={t('open', { name })}
        >
          {t('openShort')}
        </TextLink>
      )}
      {unsent && maySend && (
        <TextLink
          className="block"
          href={documentFormPath(placementId, 'extension')}
          aria-label={t('write', { name })}
        >
          {t('writeShort')}
        </TextLink>
      )}
    </>
  );
}
