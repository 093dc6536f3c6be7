import { useLocale, useTranslations } from 'next-intl';
import { CommentForm } from '#components/participant/comment-form.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { OwnPlan } from '#lib/domain/participant/own-plan.ts';
import { isUnread, type PlanComment } from '#lib/domain/plan/plan-comment.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';
import { languageOfWords } from '#lib/shared/i18n/language-of-words.ts';

type Props = {
  readonly plan: OwnPlan;
  readonly shown: StoredPlan;
  readonly today: PlainDate;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** What the participant may say about the plan, and has said, with the answers. */
export function PlanComments({ plan, shown, today, formKey, attempt }: Props) {
  const t = useTranslations('own-plan.comment');
  const locale = useLocale();
  return (
    <>
      <Card title={t('title')} className="no-print">
        {plan.to > today ? (
          <>
            <p className="mb-4 max-w-measure text-ink-2">{t('text')}</p>
            <CommentForm plan={shown} formKey={formKey} attempt={attempt} />
          </>
        ) : (
          <p className="max-w-measure">{t('ended', { provider: isolated(plan.provider, locale) })}</p>
        )}
      </Card>
      {plan.comments.length > 0 && (
        <Card title={t('mine')} className="no-print">
          <ul>
            {plan.comments.map((comment) => (
              <Comment key={comment.id} comment={comment} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Comment({ comment }: { readonly comment: PlanComment }) {
  const t = useTranslations('own-plan.comment');
  const participant = useTranslations('participant');
  const locale = useLocale();
  const { activity, text, writtenAt, responses } = comment;
  const answers = responses.filter((response) => response.text !== null);
  const dayOf = (instant: string) => dateInWords(plainDateFromDate(new Date(instant)), locale);
  return (
    <li className="border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0">
      <h3>{activity === null ? t('whole') : participant(`activity.${activity}`)}</h3>
      <p className="text-ink-2">
        <InstantText instant={new Date(writtenAt)} />
      </p>
      <p
        lang={languageOfWords(text, locale)}
        dir="auto"
        className="max-w-measure wrap-anywhere whitespace-pre-line"
      >
        {text}
      </p>
      {answers.map((answer) => (
        <div key={answer.givenAt} className="mt-3 border-s-4 border-accent ps-4">
          <p className="font-medium">
            {t('answer', { name: isolated(answer.name, locale), day: dayOf(answer.givenAt) })}
          </p>
          <p
            lang={languageOfWords(answer.text ?? '', locale)}
            dir="auto"
            className="max-w-measure wrap-anywhere whitespace-pre-line"
          >
            {answer.text}
          </p>
        </div>
      ))}
      {answers.length === 0 && <p className="mt-2 text-ink-2">{t(isUnread(comment) ? 'waiting' : 'read')}</p>}
    </li>
  );
}
