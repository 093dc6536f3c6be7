import type { OwnActivity, OwnMonth, SentAnswer } from '#lib/domain/activity-answer/activity-answer.ts';

type Props = { readonly own: OwnMonth; readonly activity: OwnActivity; readonly answer: SentAnswer };

/** Which activity an answer is of, as it was seen. */
export function AnswerOf({ own: { placementId, month }, activity: { key, answers }, answer }: Props) {
  return (
    <>
      <input type="hidden" name="placementId" value={placementId} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="answers" value={answers} />
      <input type="hidden" name="answer" value={answer} />
    </>
  );
}
