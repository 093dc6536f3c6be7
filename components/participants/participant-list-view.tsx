import { useTranslations } from 'next-intl';
import { participantsHref } from '#components/participants/participant-href.ts';
import { ParticipantTable } from '#components/participants/participant-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import {
  PARTICIPANT_VIEWS,
  type ParticipantList,
  type ParticipantView,
} from '#lib/domain/placement/placed-participant.ts';
import type { ParticipantListInput } from '#lib/schemas/participant-list.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly list: ParticipantList;
  readonly filter: ParticipantListInput;
  readonly today: PlainDate;
  /** Has participants of their own. */
  readonly isCoach: boolean;
  /** Whether the person names coaches: those who lack one are found where that is done. */
  readonly mayAssign: boolean;
};

/** The participants of the offices in scope, and ways to find some of them. */
export function ParticipantListView({ list, filter, today, isCoach, mayAssign }: Props) {
  const t = useTranslations('participants');
  const ending = useTranslations('extension.list');
  const { counts } = list;
  const isFiltered = filter.q !== '' || filter.office !== '';
  return (
    <>
      <PageHeading
        title={t('list.title')}
        lead={t('list.lead', {
          current: counts.current,
          withoutCoach: counts.withoutCoach,
          withoutPlan: counts.withoutPlan,
        })}
      />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch views={viewsOf(list, filter, isCoach, (show) => t(`list.${show}`))} />
          <Filters list={list} filter={filter} isFiltered={isFiltered} />
        </div>
        {mayAssign && counts.withoutCoach > 0 && filter.show === 'withoutCoach' && (
          <p className="mt-4">
            <TextLink href="/provider/intake">{t('list.toIntake')}</TextLink>
          </p>
        )}
        {(filter.show === 'current' || filter.show === 'mine') && (
          <p className="mt-4">
            <TextLink href="/provider/participants/ending">{ending('title')}</TextLink>
          </p>
        )}
        <div className="mt-6">
          {list.participants.length === 0 ? (
            <EmptyState
              action={
                isFiltered || filter.show !== 'current' ? (
                  <LinkAction href="/provider/participants">{t('list.showCurrent')}</LinkAction>
                ) : undefined
              }
            >
              {isFiltered ? t('list.emptyFiltered') : t(`list.empty.${filter.show}`)}
            </EmptyState>
          ) : (
            <ParticipantTable list={list} today={today} />
          )}
        </div>
        <Pagination
          page={list.page}
          pages={Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => participantsHref(filter, { page })}
        />
      </Sheet>
    </>
  );
}

function viewsOf(
  { counts }: ParticipantList,
  filter: ParticipantListInput,
  isCoach: boolean,
  words: (show: ParticipantView) => string,
) {
  return PARTICIPANT_VIEWS.filter((show) => show !== 'mine' || isCoach).map((show) => ({
    href: participantsHref(filter, { show }),
    words: words(show),
    count: show === 'ended' ? undefined : counts[show],
    current: show === filter.show,
  }));
}

type FilterProps = Pick<Props, 'list' | 'filter'> & { readonly isFiltered: boolean };

function Filters({ list, filter, isFiltered }: FilterProps) {
  const t = useTranslations('participants.list');
  return (
    <FilterBar
      action="/provider/participants"
      label={t('filter')}
      clearHref={isFiltered ? participantsHref(filter, { q: '', office: '' }) : undefined}
    >
      <input type="hidden" name="show" value={filter.show} />
      <Field name="q" label={t('search')} className="sm:w-80">
        {(control) => <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />}
      </Field>
      {list.offices.length > 1 && (
        <Field name="office" label={t('office')} className="sm:w-60">
          {(control) => (
            <Select
              {...control}
              defaultValue={filter.office}
              empty={t('allOffices')}
              options={list.offices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      )}
    </FilterBar>
  );
}
