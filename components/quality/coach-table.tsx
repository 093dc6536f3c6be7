import { useTranslations } from 'next-intl';
import { qualityListHref } from '#components/quality/quality-href.ts';
import { STATE_TONES } from '#components/quality/state-tone.ts';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Meter } from '#components/ui/meter.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { CoachQuality, QualityOverview } from '#lib/domain/quality/quality-view.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';

/** The coaches of the participants that the reader sees: how many each has, and how those stand. */
export function CoachTable({ overview }: { readonly overview: QualityOverview }) {
  const t = useTranslations('quality');
  const locale = useStaffLocale();
  const most = overview.terms.participantsPerCoach;
  const columns: readonly Column<CoachQuality>[] = [
    {
      key: 'coach',
      head: t('column.coach'),
      cell: ({ personId, name }) => (
        <TextLink href={qualityListHref({ coach: personId })} className="inline-block min-h-6">
          {name}
        </TextLink>
      ),
    },
    {
      key: 'load',
      head: t('column.load'),
      unit: t('column.loadUnit', { most }),
      cell: ({ load }) => (
        <div className="grid gap-1">
          <Meter value={load.value ?? 0} most={most} words={standingWords(load.because, locale)} />
          {load.state === 'met' ? (
            <span>{t('ofAll', { met: load.value ?? 0, all: most })}</span>
          ) : (
            <Status tone={STATE_TONES[load.state]}>{standingWords(load.because, locale)}</Status>
          )}
        </div>
      ),
    },
    {
      key: 'broken',
      head: t('column.withBroken'),
      numeric: true,
      cell: ({ broken }) => (broken === 0 ? '0' : <span className="text-stop">{broken}</span>),
    },
    {
      key: 'near',
      head: t('column.withNear'),
      numeric: true,
      cell: ({ near }) => (near === 0 ? '0' : <span className="text-warn">{near}</span>),
    },
  ];
  return (
    <DataTable
      caption={t('coachesCaption')}
      captionHidden
      columns={columns}
      rows={overview.coaches}
      rowKey={({ personId }) => personId}
    />
  );
}
