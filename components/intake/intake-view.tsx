import { useTranslations } from 'next-intl';
import { CoachPicker } from '#components/intake/coach-picker.tsx';
import { DoneNotice } from '#components/intake/done-notice.tsx';
import { IntakeFilters } from '#components/intake/intake-filters.tsx';
import { intakeHref } from '#components/intake/intake-href.ts';
import { IntakeViews } from '#components/intake/intake-views.tsx';
import { LeftCoaches } from '#components/intake/left-coaches.tsx';
import { NewParticipants } from '#components/intake/new-participants.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { IntakeList } from '#lib/domain/intake/intake-list.ts';
import { worksAtOffice } from '#lib/domain/intake/workload.ts';
import type { IntakeListInput } from '#lib/schemas/intake.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly list: IntakeList;
  readonly filter: IntakeListInput;
  readonly keys: { readonly assign: string; readonly undo: string };
  readonly attempts: { readonly assign: KeptForm | null; readonly undo: KeptForm | null };
  readonly undone: boolean;
};

/** Those whom nobody has been named for, and the way to name a coach for one or several of them. */
export function IntakeView({ list, filter, keys, attempts, undone }: Props) {
  const t = useTranslations('intake');
  const failed = attempts.assign ?? attempts.undo;
  const isFiltered = intakeHref({ ...filter, order: 'start' }) !== '/provider/intake';
  return (
    <>
      <AttemptSummary attempt={failed} />
      <PageHeading
        title={t('title')}
        lead={t('lead', { all: list.all, begun: list.begun })}
        aside={<IntakeViews here="new" />}
      />
      <DoneNotice
        done={list.done}
        undone={undone}
        formKey={attempts.undo?.idempotencyKey ?? keys.undo}
        back={intakeHref(filter)}
      />
      <LeftCoaches coaches={list.coaches} />
      <Sheet className="p-6 max-md:px-4">
        {list.all > 0 && <IntakeFilters list={list} filter={filter} isFiltered={isFiltered} />}
        <div className="mt-6">
          {list.participants.length === 0 ? (
            <EmptyState
              action={
                isFiltered ? <LinkAction href="/provider/intake">{t('list.showAll')}</LinkAction> : undefined
              }
            >
              {t(isFiltered ? 'list.emptyFiltered' : 'list.empty')}
            </EmptyState>
          ) : (
            <AssignForm list={list} filter={filter} formKey={keys.assign} attempt={attempts.assign} />
          )}
        </div>
        <Pagination
          page={list.page}
          pages={Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => intakeHref(filter, { page })}
        />
      </Sheet>
    </>
  );
}

type FormProps = Pick<Props, 'list' | 'filter'> & {
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

function AssignForm({ list, filter, formKey, attempt }: FormProps) {
  const t = useTranslations('intake.assign');
  const problems = attempt?.problem.errors ?? [];
  const own = problems.filter(({ pointer }) => pointer.startsWith('/placements'));
  const offices = new Set(list.participants.map(({ officeId }) => officeId));
  // Whoever works at none of the offices that are shown could have none of them.
  const able = list.coaches.filter(
    (coach) => coach.isCoach && [...offices].some((officeId) => worksAtOffice(coach, officeId)),
  );
  return (
    <form method="post" action="/api/provider/intake/assign">
      <FormBasis
        formKey={attempt?.idempotencyKey ?? formKey}
        back={intakeHref(filter, { page: filter.page })}
      />
      <div
        id={fieldId('placements')}
        tabIndex={own.length > 0 ? -1 : undefined}
        className={own.length > 0 ? 'field-wrong' : undefined}
      >
        <FieldError id="placements-error" problems={own} />
        <NewParticipants list={list} attempt={attempt} />
      </div>
      <div className="mt-6 grid max-w-180 gap-4 border-t border-line pt-6 no-print">
        <CoachPicker
          name="coachPersonId"
          legend={t('legend')}
          hint={t('hint')}
          coaches={able}
          most={list.most}
          chosen={attempt?.values['coachPersonId']}
          problems={problems}
        />
        <Button look="go" className="justify-self-start">
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
