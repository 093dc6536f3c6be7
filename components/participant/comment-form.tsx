import { useTranslations } from 'next-intl';
import { useOwnProblems } from '#components/participant/own-problems.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextArea } from '#components/ui/inputs.tsx';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { LONGEST_COMMENT } from '#lib/domain/plan/plan-comment.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly plan: StoredPlan;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** What the participant thinks of the plan, or of one activity of it. */
export function CommentForm({ plan, formKey, attempt }: Props) {
  const t = useTranslations('own-plan.comment');
  const activity = useTranslations('participant.activity');
  const kept = useOwnProblems(attempt);
  const problems = kept?.problem.errors;
  const typed = kept?.values;
  return (
    <form method="post" action="/api/participant/plan-comments" className="grid max-w-measure gap-5">
      <FormBasis formKey={kept?.idempotencyKey ?? formKey} back="/participant/plan" />
      <input type="hidden" name="planId" value={plan.id} />
      <Field name="activity" label={t('about')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            className="min-h-(--target)"
            defaultValue={typed?.['activity'] ?? ''}
            empty={t('whole')}
            options={plan.activities.map((planned) => ({
              value: planned.activity,
              label: activity(planned.activity),
            }))}
          />
        )}
      </Field>
      <Field name="text" label={t('words')} hint={t('hint')} problems={problems}>
        {(control) => <TextArea {...control} maxLength={LONGEST_COMMENT} defaultValue={typed?.['text']} />}
      </Field>
      <p>
        <Button look="go" big>
          {t('submit')}
        </Button>
      </p>
    </form>
  );
}
