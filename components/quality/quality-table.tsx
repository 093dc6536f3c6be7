import { useTranslations } from 'next-intl';
import { qualityPlacementHref } from '#components/quality/quality-href.ts';
import { StandingStatus } from '#components/quality/standing-status.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import {
  isInState,
  type JudgedPlacement,
  leadingStanding,
  type QualityFilter,
} from '#lib/domain/quality/quality-view.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';

type Props = {
  readonly rows: readonly JudgedPlacement[];
  readonly filter: QualityFilter;
  readonly manyOffices: boolean;
};

/** Participants with what is most urgent of what is looked for. */
export function QualityTable({ rows, filter, manyOffices }: Props) {
  const t = useTranslations('quality');
  const locale = useStaffLocale();
  const columns: readonly Column<JudgedPlacement>[] = [
    {
      key: 'participant',
      head: t('column.participant'),
      cell: ({ placementId, name, level, reference }) => (
        <>
          <TextLink href={qualityPlacementHref(placementId)} className="inline-block min-h-6">
            {name}
          </TextLink>
          <span className="block text-xs font-normal text-ink-3">
            {t('list.levelReference', { level, reference })}
          </span>
        </>
      ),
    },
    {
      key: 'coach',
      head: t('column.coach'),
      cell: ({ coachName, officeName }) => (
        <>
          {coachName ?? <span className="text-warn">{t('list.noCoach')}</span>}
          {manyOffices && <span className="block text-xs text-ink-3">{officeName}</span>}
        </>
      ),
    },
    {
      key: 'leading',
      head: t('column.leading'),
      wide: true,
      cell: (placement) => {
        const standing = leadingStanding(placement, filter);
        if (standing === undefined) return null;
        return isInState(placement, { requirement: '', state: 'met' }) ? (
          <Status tone="ok" reason={standingWords(standing.because, locale)}>
            {t('allMet')}
          </Status>
        ) : (
          <StandingStatus standing={standing} named />
        );
      },
    },
    {
      key: 'until',
      head: t('column.until'),
      cell: (placement) => {
        const until = leadingStanding(placement, filter)?.until ?? null;
        return until === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <DateText date={until} style="weekday" />
        );
      },
    },
    {
      key: 'more',
      head: t('column.more'),
      cell: (placement) => <More placement={placement} filter={filter} />,
    },
  ];
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ placementId }) => placementId}
    />
  );
}

type MoreProps = { readonly placement: JudgedPlacement; readonly filter: QualityFilter };

/** The other requirements that are or soon will be broken, by name. */
function More({ placement, filter }: MoreProps) {
  const t = useTranslations('quality');
  const locale = useStaffLocale();
  const leading = leadingStanding(placement, filter);
  const others = placement.standings.filter(
    (each) => each !== leading && (each.state === 'broken' || each.state === 'near'),
  );
  if (others.length === 0) return <span className="text-ink-3">–</span>;
  return (
    <ul className="text-xs">
      {others.map(({ requirement, state }) => (
        <li key={requirement}>
          {t(`name.${requirement}`)}:{' '}
          <span className={state === 'broken' ? 'text-stop' : 'text-warn'}>
            {t(`state.${state}`).toLocaleLowerCase(locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
