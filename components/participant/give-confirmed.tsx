import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import type { OwnActivity, OwnMonth } from '#lib/domain/activity-answer/activity-answer.ts';

type Props = {
  readonly own: OwnMonth;
  readonly activity: OwnActivity;
  /** Which activity the button is about, for those who do not see the row. */
  readonly label: string;
  readonly formKey: string;
};

/** One activity was right after all. */
export function GiveConfirmed({ own, activity, label, formKey }: Props) {
  const t = useTranslations('checks.answers');
  return (
    <form method="post" action="/api/participant/activity-answers" className="mt-1">
      <FormBasis formKey={formKey} back="/participant/reports" />
      <AnswerOf own={own} activity={activity} />
      <input type="hidden" name="answer" value="confirmed" />
      <Button look="plain" aria-label={label}>
        {t('rightAfterAll')}
      </Button>
    </form>
  );
}

/** Which activity an answer is of, as it was seen. */
export function AnswerOf({ own, activity }: Pick<Props, 'own' | 'activity'>) {
  return (
    <>
      <input type="hidden" name="placementId" value={own.placementId} />
      <input type="hidden" name="month" value={own.month} />
      <input type="hidden" name="key" value={activity.key} />
      <input type="hidden" name="answers" value={activity.answers} />
    </>
  );
}
