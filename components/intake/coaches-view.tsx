import { useLocale, useTranslations } from 'next-intl';
import { DoneNotice } from '#components/intake/done-notice.tsx';
import { CoverList } from '#components/intake/cover-list.tsx';
import { IntakeViews } from '#components/intake/intake-views.tsx';
import { LeftCoaches } from '#components/intake/left-coaches.tsx';
import { useLoadWords, useShareWords } from '#components/intake/load-words.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CoachesOverview } from '#lib/domain/intake/coaches.ts';
import { loadStanding, participantsSoon, type Workload } from '#lib/domain/intake/workload.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export type CoachesDone = 'undone' | 'covered' | 'ended';

type Props = {
  readonly overview: CoachesOverview;
  readonly keys: { readonly undo: string; readonly end: ReadonlyMap<string, string> };
  readonly attempt: KeptForm | null;
  readonly done: CoachesDone | null;
};

/** Every coach with their load, who is away, and the ways to relieve them. */
export function CoachesView({ overview, keys, attempt, done }: Props) {
  const t = useTranslations('intake');
  const { coaches, covers } = overview;
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <PageHeading
        title={t('coaches.title')}
        lead={t('coaches.lead')}
        aside={<IntakeViews here="coaches" />}
      />
      {(done === 'covered' || done === 'ended') && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      <DoneNotice
        done={overview.done}
        undone={done === 'undone'}
        formKey={keys.undo}
        back="/provider/intake/coaches"
      />
      <LeftCoaches coaches={coaches} />
      {coaches.length === 0 ? (
        <EmptyState>{t('coaches.empty')}</EmptyState>
      ) : (
        <Sheet className="p-6 max-md:px-4">
          <CoachTable overview={overview} />
        </Sheet>
      )}
      <section aria-labelledby="covers" className="mt-10">
        <h2 id="covers" className="mb-3 text-lg">
          {t('coaches.covers')}
        </h2>
        <CoverList covers={covers} keys={keys.end} />
      </section>
    </>
  );
}

function CoachTable({ overview }: { readonly overview: CoachesOverview }) {
  const t = useTranslations('intake.coaches');
  const words = useLoadWords();
  const { coaches, most } = overview;
  const columns: readonly Column<Workload>[] = [
    { key: 'name', head: t('name'), cell: (coach) => <Name coach={coach} /> },
    { key: 'load', head: t('load'), cell: (coach) => <Load coach={coach} most={most} /> },
    {
      key: 'offices',
      head: t('offices'),
      cell: ({ offices }) =>
        offices === 'all' ? t('allOffices') : offices.map((id) => overview.officeNames[id] ?? '').join(', '),
    },
    {
      key: 'away',
      head: t('away'),
      cell: ({ absence }) =>
        absence === null ? (
          <span className="text-ink-3">{t('present')}</span>
        ) : (
          <AwayDays days={words.days(absence)} name={absence.coveringName} />
        ),
    },
    { key: 'actions', head: t('actions'), headHidden: true, cell: (coach) => <Ways coach={coach} /> },
  ];
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={coaches}
      rowKey={({ personId }) => personId}
    />
  );
}

function AwayDays({ days, name }: { readonly days: string; readonly name: string }) {
  const t = useTranslations('intake.load');
  return <Status tone="wait">{t('away', { days, name })}</Status>;
}

function Name({ coach: { name, isCoach, languages } }: { readonly coach: Workload }) {
  const t = useTranslations('intake');
  const locale = useLocale();
  return (
    <>
      {name}
      {!isCoach && (
        <Status tone="warn" className="block text-sm">
          {t('coaches.left')}
        </Status>
      )}
      {languages.length > 0 && (
        <span className="block text-xs font-normal text-ink-3">
          {t('load.languages', { languages: languages.map((tag) => languageName(tag, locale)).join(', ') })}
        </span>
      )}
    </>
  );
}

function Load({ coach, most }: { readonly coach: Workload; readonly most: number }) {
  const t = useTranslations('intake.load');
  const words = useLoadWords();
  const share = useShareWords();
  const standing = loadStanding(coach, 0, most);
  return (
    <>
      <span className="whitespace-nowrap">{share(coach, most)}</span>
      {coach.starting > 0 && <small>{words.counts(coach)}</small>}
      {standing !== 'room' && <Status tone="warn">{t(standing, { most })}</Status>}
    </>
  );
}

/** To hand over and to cover are links: each has a page of its own. */
function Ways({ coach }: { readonly coach: Workload }) {
  const t = useTranslations('intake.coaches');
  const { personId, name, isCoach } = coach;
  const own = <span className="sr-only"> {t('for', { name })}</span>;
  return (
    <span className="flex flex-wrap gap-x-5 gap-y-1">
      {participantsSoon(coach) > 0 && (
        <TextLink href={`/provider/intake/coaches/${personId}/hand-over`} className="inline-block py-1">
          {t('handOver')}
          {own}
        </TextLink>
      )}
      {isCoach && (
        <TextLink href={`/provider/intake/coaches/${personId}/cover`} className="inline-block py-1">
          {t('cover')}
          {own}
        </TextLink>
      )}
    </span>
  );
}
