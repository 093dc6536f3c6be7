import { useTranslations } from 'next-intl';
import { QualityFreshness } from '#components/quality/quality-freshness.tsx';
import { QUALITY_LIST_PAGE, QUALITY_PAGE } from '#components/quality/quality-href.ts';
import { StandingStatus } from '#components/quality/standing-status.tsx';
import { useLimit } from '#components/quality/use-limit.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { PlacementStanding } from '#lib/domain/quality/judge-placement.ts';
import type { JudgedPlacement, QualityBasis } from '#lib/domain/quality/quality-view.ts';
import { Definitions } from '#components/quality/definitions.tsx';
import { PLACEMENT_REQUIREMENTS } from '#lib/domain/quality/standing.ts';
import { Sheet } from '#components/ui/sheet.tsx';

type Props = {
  readonly quality: QualityBasis & { readonly placement: JudgedPlacement };
};

/** One participant against every requirement: how it stands, why, and by when something is to be done. */
export function QualityPlacementView({ quality }: Props) {
  const t = useTranslations('quality');
  const { placement, terms, today } = quality;
  const limitOf = useLimit(terms);
  const broken = placement.standings.filter(({ state }) => state === 'broken').length;
  const rows = PLACEMENT_REQUIREMENTS.flatMap((requirement) =>
    placement.standings.filter((standing) => standing.requirement === requirement),
  );
  const columns: readonly Column<PlacementStanding>[] = [
    {
      key: 'requirement',
      head: t('column.requirement'),
      cell: ({ requirement }) => (
        <>
          {t(`name.${requirement}`)}
          <span className="block text-xs font-normal text-ink-2">{limitOf(requirement)}</span>
        </>
      ),
    },
    {
      key: 'standing',
      head: t('column.standing'),
      wide: true,
      cell: (standing) => <StandingStatus standing={standing} />,
    },
    {
      key: 'since',
      head: t('one.since'),
      cell: ({ since }) =>
        since === null ? <span className="text-ink-3">–</span> : <DateText date={since} />,
    },
    {
      key: 'until',
      head: t('one.until'),
      cell: ({ until }) => {
        if (until === null) return <span className="text-ink-3">–</span>;
        return (
          <span className={until < today ? 'text-stop' : undefined}>
            {until < today && <span className="block text-xs">{t('one.wasDue')}</span>}
            <DateText date={until} style="weekday" />
          </span>
        );
      },
    },
  ];
  return (
    <>
      <Breadcrumbs
        above={[
          { href: QUALITY_PAGE, words: t('title') },
          { href: QUALITY_LIST_PAGE, words: t('list.title') },
        ]}
        here={placement.name}
      />
      <PageHeading title={t('one.title', { name: placement.name })} lead={t('one.lead', { broken })}>
        <QualityFreshness basis={quality} />
        <div className="no-print mt-4">
          <LinkAction href={`/provider/participants/${placement.placementId}`}>{t('one.card')}</LinkAction>
        </div>
      </PageHeading>
      <Sheet className="p-6 max-md:px-4">
        <DataTable
          caption={t('one.caption')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ requirement }) => requirement}
        />
      </Sheet>
      <DisclosureMore summary={t('definitionsTitle')} className="mt-8">
        <Definitions terms={terms} />
      </DisclosureMore>
    </>
  );
}
