import { useTranslations } from 'next-intl';
import { AnswerComment, type CommentKeys } from '#components/participants/answer-comment.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { isUnread, type PlanComment } from '#lib/domain/plan/plan-comment.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly card: ParticipantCard;
  /** Where the person may answer: keys by comment, and what was typed if an answer failed. */
  readonly answering: {
    readonly keys: ReadonlyMap<string, CommentKeys>;
    readonly attempt: KeptForm | null;
  } | null;
};

/** What the participant has said about the plan: what nobody has read first, the rest a click away. */
export function CardComments({ card, answering }: Props) {
  const t = useTranslations('plan.comments');
  if (card.comments.length === 0) return null;
  const unread = card.comments.filter((comment) => isUnread(comment));
  const earlier = card.comments.filter((comment) => !isUnread(comment));
  const list = (comments: readonly PlanComment[]) => (
    <ul className="grid gap-6">
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} card={card} answering={answering} />
      ))}
    </ul>
  );
  const isTyped = earlier.some(({ id }) => id === answering?.attempt?.values['commentId']);
  return (
    <section aria-labelledby="comments">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h2 id="comments" className="text-lg">
          {t('title')}
        </h2>
        {unread.length > 0 && <Status tone="warn">{t('unread', { count: unread.length })}</Status>}
      </div>
      <Sheet className="grid gap-4 p-5 max-md:px-4">
        {unread.length > 0 && list(unread)}
        {earlier.length > 0 && (
          <DisclosureMore
            summary={t('earlier', { count: earlier.length })}
            open={isTyped || unread.length === 0}
          >
            {list(earlier)}
          </DisclosureMore>
        )}
      </Sheet>
    </section>
  );
}

function Comment({ comment, card, answering }: Props & { readonly comment: PlanComment }) {
  const t = useTranslations('plan.comments');
  const locale = useStaffLocale();
  const { activity, number, text, writtenAt, responses } = comment;
  const about =
    activity === null ? t('aboutWhole') : t('about', { activity: activityName(activity, locale) });
  const keys = answering?.keys.get(comment.id);
  return (
    <li className="border-s-2 border-line-strong ps-4">
      <h3>{about}</h3>
      <p className="text-xs text-ink-3">
        <InstantText instant={new Date(writtenAt)} />, {t('version', { number })}
      </p>
      <p className="mt-1 max-w-measure whitespace-pre-line wrap-anywhere">{text}</p>
      {responses.map((response) => (
        <div key={`${response.givenAt} ${response.text ?? ''}`} className="mt-3">
          <p className="text-xs text-ink-3">
            {t(response.text === null ? 'read' : 'answered', { name: response.name })}{' '}
            <InstantText instant={new Date(response.givenAt)} />
          </p>
          {response.text !== null && (
            <p className="max-w-measure whitespace-pre-line wrap-anywhere">{response.text}</p>
          )}
        </div>
      ))}
      {answering !== null && keys !== undefined && (
        <AnswerComment comment={comment} card={card} keys={keys} attempt={answering.attempt} />
      )}
    </li>
  );
}
