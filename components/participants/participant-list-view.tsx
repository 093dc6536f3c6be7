import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AssignCoachForm } from '#components/participants/assign-coach-form.tsx';
import { participantsHref } from '#components/participants/participant-href.ts';
import { ParticipantTable } from '#components/participants/participant-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import {
  PARTICIPANT_VIEWS,
  type ParticipantList,
  type ParticipantView,
} from '#lib/domain/placement/placed-participant.ts';
import type { ParticipantListInput } from '#lib/schemas/participant-list.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly list: ParticipantList;
  readonly filter: ParticipantListInput;
  readonly today: PlainDate;
  /** Has participants of their own. */
  readonly isCoach: boolean;
  /** Where the person may give coaches: the key of the form, and what was typed if it failed. */
  readonly assigning: { readonly formKey: string; readonly attempt: KeptForm | null } | null;
  /** How many just got a coach. */
  readonly assigned: number | null;
};

/** The participants of the offices in scope, and ways to find some of them. */
export function ParticipantListView({ list, filter, today, isCoach, assigning, assigned }: Props) {
  const t = useTranslations('participants');
  const { counts } = list;
  const isFiltered = filter.q !== '' || filter.office !== '';
  const attempt = assigning?.attempt ?? null;
  return (
    <>
      {attempt !== null && (
        <ErrorSummary
          problems={attempt.problem.errors}
          title={attempt.problem.errors.length === 0 ? attempt.problem.title : undefined}
        />
      )}
      <PageHeading
        title={t('list.title')}
        lead={t('list.lead', {
          current: counts.current,
          withoutCoach: counts.withoutCoach,
          withoutPlan: counts.withoutPlan,
        })}
      />
      {assigned !== null && assigned > 0 && (
        <Notice tone="ok" className="mb-6">
          {t('assign.done', { count: assigned })}
        </Notice>
      )}
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch views={viewsOf(list, filter, isCoach, (show) => t(`list.${show}`))} />
          <Filters list={list} filter={filter} isFiltered={isFiltered} />
        </div>
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
            <MaybeForm list={list} filter={filter} assigning={assigning}>
              <ParticipantTable
                list={list}
                today={today}
                choosing={assigning === null ? null : { attempt }}
              />
            </MaybeForm>
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

type MaybeFormProps = Pick<Props, 'list' | 'filter' | 'assigning'> & { readonly children: ReactNode };

/** The list within the form that gives coaches, where the person may. */
function MaybeForm({ list, filter, assigning, children }: MaybeFormProps) {
  if (assigning === null) return children;
  return (
    <AssignCoachForm
      coaches={list.coaches}
      back={participantsHref(filter, { page: filter.page })}
      {...assigning}
    >
      {children}
    </AssignCoachForm>
  );
}
