import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/filter-bar.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { absenceOn } from '#lib/domain/deviation-report/absence-on.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';

type Props = { readonly log: WeekLog; readonly q: string; readonly office: boolean };

/** Whose absence it is: one press, and the form stands there with most of it filled in. */
export function AbsencePickView({ log, q, office }: Props) {
  const t = useTranslations('deviation-report.pick');
  const tLog = useTranslations('reporting.log');
  const { participants, today } = log;
  // An office that is everyone's tells nothing.
  const offices = new Set(participants.map(({ officeName }) => officeName)).size;
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={t('lead')}
        aside={
          <ViewSwitch
            views={[
              { href: hrefOf({ q }), words: tLog('mine'), current: !office },
              { href: hrefOf({ q, office: true }), words: tLog('office'), current: office },
            ]}
          />
        }
      />
      <p className="mb-4">
        <TextLink href="/provider/absence/together" className="inline-flex min-h-(--target) items-center">
          {t('together')}
        </TextLink>
      </p>
      <div className="mb-6">
        <SearchField action="/provider/absence" label={t('search')} value={q}>
          {office && <input type="hidden" name="view" value="office" />}
        </SearchField>
      </div>
      {participants.length === 0 ? (
        <EmptyState>{t('none')}</EmptyState>
      ) : (
        <Sheet className="max-w-[880px] px-5 py-1 max-md:px-4">
          <ul aria-label={t('list')}>
            {participants.map(({ placementId, participantName, officeName, absences }) => (
              <li
                key={placementId}
                className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 border-t border-line py-2 first:border-t-0"
              >
                <TextLink
                  href={documentFormPath(placementId, 'deviationReport')}
                  className="inline-flex min-h-(--target) items-center font-medium"
                >
                  {participantName}
                </TextLink>
                <span className="text-ink-2">
                  {absenceOn(today, absences) === null ? offices > 1 && officeName : t('reported')}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <Pagination
        page={log.page}
        pages={Math.ceil(log.total / log.pageSize)}
        hrefOf={(page) => hrefOf({ q, office, page })}
      />
    </>
  );
}

function hrefOf({ q, office, page }: { q: string; office?: boolean; page?: number }): string {
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (office === true) search.set('view', 'office');
  if (page !== undefined && page > 1) search.set('page', String(page));
  return search.size === 0 ? '/provider/absence' : `/provider/absence?${search.toString()}`;
}
