import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { isUnread, LONGEST_COMMENT, type PlanComment } from '#lib/domain/plan/plan-comment.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** Keys of the forms of one comment. */
export type CommentKeys = { readonly answer: string; readonly read: string };

type Props = {
  readonly comment: PlanComment;
  readonly card: ParticipantCard;
  readonly keys: CommentKeys;
  readonly attempt: KeptForm | null;
};

/** An answer to a comment, or only that it is read. */
export function AnswerComment({ comment, card, keys, attempt }: Props) {
  const t = useTranslations('plan.comments');
  const own = attempt?.values['commentId'] === comment.id ? attempt : null;
  const back = `/provider/participants/${card.placementId}`;
  return (
    <div className="mt-3 grid gap-3 no-print">
      <DisclosureMore summary={t('answer')} open={own !== null}>
        <form method="post" action="/api/provider/plan-comments/answer" className="grid max-w-measure gap-3">
          <FormBasis formKey={own?.idempotencyKey ?? keys.answer} back={back} />
          <input type="hidden" name="commentId" value={comment.id} />
          <Field
            // One form for each comment on the page: ids of their own, the same name.
            name={own === null ? `text-${comment.id}` : 'text'}
            label={t('answerLabel')}
            hint={t('answerHint')}
            problems={own?.problem.errors}
          >
            {(control) => (
              <TextArea
                {...control}
                name="text"
                rows={3}
                maxLength={LONGEST_COMMENT}
                defaultValue={own?.values['text']}
              />
            )}
          </Field>
          <Button className="justify-self-start">{t('answerSubmit')}</Button>
        </form>
      </DisclosureMore>
      {isUnread(comment) && (
        <form method="post" action="/api/provider/plan-comments/read">
          <FormBasis formKey={keys.read} back={back} />
          <input type="hidden" name="commentId" value={comment.id} />
          <Button look="quiet" icon="ok">
            {t('markRead')}
          </Button>
        </form>
      )}
    </div>
  );
}
