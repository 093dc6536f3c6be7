import { useTranslations } from 'next-intl';
import { PlanActivityFields } from '#components/participants/plan-activity-fields.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import type { PlacementPlan } from '#lib/domain/activity/stored-plan.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly plan: PlacementPlan;
  readonly today: PlainDate;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** The joint plan, made for the first time or once more: the version before fills it in. */
export function PlanFormView({ plan, today, formKey, attempt }: Props) {
  const t = useTranslations('participants');
  const { placementId, participantName, versions } = plan;
  const [latest] = versions;
  const problems = attempt?.problem.errors ?? [];
  const typed = attempt?.values;
  const card = `/provider/participants/${placementId}`;
  const title = t(latest === undefined ? 'plan.form.createTitle' : 'plan.form.redoTitle');
  const whole = problems.filter(({ pointer }) => pointer === '/activities');
  const firstDay = today > plan.from && today < plan.to && latest !== undefined ? today : plan.from;
  return (
    <>
      {attempt !== null && (
        <ErrorSummary problems={problems} title={problems.length === 0 ? attempt.problem.title : undefined} />
      )}
      <Breadcrumbs
        above={[
          { href: '/provider/participants', words: t('list.title') },
          { href: card, words: participantName },
        ]}
        here={title}
      />
      <PageHeading title={title} lead={t('plan.form.for', { name: participantName })} />
      <form method="post" action="/api/provider/plans" className="grid max-w-[760px] gap-6">
        <input type="hidden" name="idempotencyKey" value={attempt?.idempotencyKey ?? formKey} />
        <input type="hidden" name="back" value={`${card}/plan`} />
        <input type="hidden" name="placementId" value={placementId} />
        <input type="hidden" name="number" value={latest?.number ?? 0} />
        <Field name="goal" label={t('plan.form.goal')} hint={t('plan.form.goalHint')} problems={problems}>
          {(control) => (
            <TextInput {...control} maxLength={500} defaultValue={typed?.['goal'] ?? latest?.goal} />
          )}
        </Field>
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
              defaultValue={typed?.['from'] ?? firstDay}
            />
          )}
        </Field>
        <fieldset
          id={fieldId('activities')}
          tabIndex={whole.length > 0 ? -1 : undefined}
          className={whole.length > 0 ? 'field-wrong' : undefined}
        >
          <legend className="mb-1 text-lg font-bold">{t('plan.form.activities')}</legend>
          <p className="mb-2 max-w-measure text-ink-2">{t('plan.form.activitiesHint')}</p>
          <FieldError id="activities-error" problems={whole} />
          {ACTIVITY_CODES.map((activity, index) => (
            <PlanActivityFields
              key={activity}
              activity={activity}
              index={index}
              planned={latest?.activities.find((each) => each.activity === activity)}
              typed={typed}
              problems={problems}
            />
          ))}
        </fieldset>
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
