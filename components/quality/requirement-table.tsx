import { useTranslations } from 'next-intl';
import { qualityListHref } from '#components/quality/quality-href.ts';
import { StateBar } from '#components/quality/state-bar.tsx';
import { useLimit } from '#components/quality/use-limit.ts';
import { cx } from '#components/ui/class-names.ts';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { QualityOverview } from '#lib/domain/quality/quality-view.ts';
import {
  PLACEMENT_REQUIREMENTS,
  type PlacementRequirement,
  QUALITY_STATES,
  type QualityState,
} from '#lib/domain/quality/standing.ts';

const INKS: Readonly<Record<QualityState, string>> = {
  broken: 'text-stop',
  near: 'text-warn',
  unknown: '',
  met: '',
};

/** Each requirement with its participants by state; each number leads to those that it counts. */
export function RequirementTable({ overview }: { readonly overview: QualityOverview }) {
  const t = useTranslations('quality');
  const limitOf = useLimit(overview.terms);
  const columns: readonly Column<PlacementRequirement>[] = [
    {
      key: 'requirement',
      head: t('column.requirement'),
      cell: (requirement) => (
        <>
          {t(`name.${requirement}`)}
          <span className="block text-xs font-normal text-ink-2">{limitOf(requirement)}</span>
        </>
      ),
    },
    {
      key: 'share',
      head: t('column.share'),
      cell: (requirement) => {
        const tally = overview.tallies[requirement];
        const words = t('barWords', { ...tally, participants: overview.participants });
        return <StateBar tally={tally} words={words} className="my-2 min-w-30" />;
      },
    },
    ...QUALITY_STATES.map((state) => ({
      key: state,
      head: t(`state.${state}`),
      numeric: true,
      cell: (requirement: PlacementRequirement) => {
        const count = overview.tallies[requirement][state];
        if (count === 0) return <span className="text-ink-3">0</span>;
        const name = `${t(`name.${requirement}`)}. ${t('countOf', { state: t(`state.${state}`), count })}`;
        return (
          <TextLink
            href={qualityListHref({ requirement, state })}
            aria-label={name}
            className={cx('inline-block min-h-6 min-w-6', INKS[state])}
          >
            {count}
          </TextLink>
        );
      },
    })),
  ];
  return (
    <DataTable
      caption={t('requirementsCaption')}
      captionHidden
      columns={columns}
      rows={PLACEMENT_REQUIREMENTS}
      rowKey={(requirement) => requirement}
    />
  );
}
