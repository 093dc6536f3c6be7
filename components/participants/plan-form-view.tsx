import { useTranslations } from 'next-intl';
import { KeepTyped } from '#components/participants/keep-typed.tsx';
import { PlanActivitiesFieldset } from '#components/participants/plan-activities-fieldset.tsx';
import { PlanDueNotice } from '#components/participants/plan-due-notice.tsx';
import { PlanGoalFields } from '#components/participants/plan-goal-fields.tsx';
import { PlanMeetingFields } from '#components/participants/plan-meeting-fields.tsx';
import { PlanPartyFields } from '#components/participants/plan-party-fields.tsx';
import { PlanRemarks } from '#components/participants/plan-remarks.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { PlacementPlan } from '#lib/domain/activity/stored-plan.ts';
import { REMARK } from '#lib/domain/plan/plan-remarks.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly plan: PlacementPlan;
  readonly today: PlainDate;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
  /** Whose form it is: what is kept of it in a browser is theirs alone. */
  readonly personId: string;
};

/** The joint plan, made for the first time or once more: the version before fills it in. */
export function PlanFormView({ plan, today, formKey, attempt, personId }: Props) {
  const t = useTranslations('participants');
  const words = useTranslations('plan.form');
  const { placementId, participantName, versions } = plan;
  const [latest] = versions;
  const problems = attempt?.problem.errors ?? [];
  const typed = attempt?.values;
  const card = `/provider/participants/${placementId}`;
  const title = t(latest === undefined ? 'plan.form.createTitle' : 'plan.form.redoTitle');
  const parts = { latest, typed, problems };
  return (
    <>
      {attempt !== null && <ErrorSummary problems={problems} title={summaryOf(attempt, words('remarks'))} />}
      <Breadcrumbs
        above={[
          { href: '/provider/participants', words: t('list.title') },
          { href: card, words: participantName },
        ]}
        here={title}
      />
      <PageHeading title={title} lead={t('plan.form.for', { name: participantName })} />
      {plan.due !== null && <PlanDueNotice due={plan.due} today={today} href={null} />}
      <form method="post" action="/api/provider/plans" className="grid max-w-[880px] gap-8">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`${card}/plan`} />
        <input type="hidden" name="placementId" value={placementId} />
        <input type="hidden" name="number" value={latest?.number ?? 0} />
        <KeepTyped
          subject={planSubject(personId, placementId)}
          version={latest?.number ?? 0}
          isGivenBack={attempt !== null}
        >
          {words('kept')}
        </KeepTyped>
        <PlanMeetingFields {...parts} today={today} />
        <PlanGoalFields {...parts} />
        <PlanActivitiesFieldset {...parts} />
        <PlanPartyFields {...parts} />
        <Field
          name="from"
          label={t('plan.from')}
          hint={latest === undefined ? undefined : t('plan.form.redoHint')}
          problems={problems}
          className="sm:max-w-100"
        >
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={plan.from}
              className="max-w-60"
              defaultValue={typed?.['from'] ?? firstDayOf(plan, today)}
            />
          )}
        </Field>
        <PlanRemarks {...parts} />
        <div className="flex flex-wrap items-center gap-4">
          <Button look="go" big>
            {t('plan.form.submit')}
          </Button>
          <LinkAction href={card} look="quiet">
            {t('plan.form.cancel')}
          </LinkAction>
        </div>
      </form>
    </>
  );
}

/** Under what a plan that is being written is kept in a browser. */
export function planSubject(personId: string, placementId: string): string {
  return `plan ${personId} ${placementId}`;
}

/** Remarks alone are no faults: the summary says so. */
function summaryOf({ problem }: KeptForm, remarks: string): string | undefined {
  if (problem.errors.length === 0) return problem.title;
  return problem.errors.every(({ code }) => code === REMARK) ? remarks : undefined;
}

/** The day that the plan is asked for from, where it is; else today, or the placement's first day for the first plan. */
function firstDayOf({ from, to, due, versions }: PlacementPlan, today: PlainDate): PlainDate {
  if (due?.kind === 'redo') return today > due.from ? today : due.from;
  return today > from && today < to && versions.length > 0 ? today : from;
}
