import { useLocale, useTranslations } from 'next-intl';
import { LoweredRows } from '#components/decision/lowered-rows.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { OwnDecision, OwnReopening, OwnReview } from '#lib/domain/review/own-review.ts';
import { isReasonCode } from '#lib/domain/review/reason-code.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** All that was decided, answered and asked about the version that counts, the latest first. */
export function ReviewEvents({ review: { decisions, reopenings } }: { readonly review: OwnReview }) {
  const t = useTranslations('review-decision.own');
  if (decisions.length + reopenings.length === 0) return null;
  const events = [
    ...decisions.map((decision) => ({
      at: decision.decidedAt,
      shown: <Decision key={decision.id} decision={decision} />,
    })),
    ...reopenings.map((reopening) => ({
      at: reopening.reopenedAt,
      shown: <Reopening key={reopening.id} reopening={reopening} />,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div>
      <h3 className="mb-1 text-base">{t('decisions')}</h3>
      <Sheet className="p-5 max-md:px-4">
        <ul className="grid gap-4">{events.map(({ shown }) => shown)}</ul>
      </Sheet>
    </div>
  );
}

function Decision({ decision }: { readonly decision: OwnDecision }) {
  const t = useTranslations('review-decision');
  const reasons = useTranslations('review.decide.reasons');
  const locale = useLocale();
  const { by, reasonCode, reason, decidedAt, lastDay, lowered, reply } = decision;
  const kind = decision.decision === 'approve' && lowered.length > 0 ? 'approveFewer' : decision.decision;
  return (
    <li className="max-w-measure">
      <b>{t('own.by', { decision: t(`history.kind.${kind}`), who: t(`own.who.${by}`) })}</b>
      <span className="block text-xs text-ink-3">
        <InstantText instant={new Date(decidedAt)} />
      </span>
      {isReasonCode(reasonCode) && <p className="mt-1">{reasons(reasonCode)}</p>}
      {reason !== null && reason !== '' && <p className="mt-1 whitespace-pre-line">{reason}</p>}
      <LoweredRows rows={lowered} />
      {lastDay !== null && (
        <p className="mt-1 text-xs text-ink-3">
          {t(kind === 'return' ? 'history.completeBy' : 'history.replyBy', {
            day: dateInWords(lastDay, locale, 'weekday'),
          })}
        </p>
      )}
      {reply !== null && (
        <blockquote className="mt-2 border-s-2 border-line-strong ps-3">
          <b>{t('own.replied', { name: reply.repliedByName })}</b>
          <span className="block text-xs text-ink-3">
            <InstantText instant={new Date(reply.repliedAt)} />
          </span>
          <p className="mt-1 whitespace-pre-line">{reply.text}</p>
        </blockquote>
      )}
    </li>
  );
}

function Reopening({
  reopening: { kind, reason, reopenedAt, askedByName },
}: {
  readonly reopening: OwnReopening;
}) {
  const t = useTranslations('review-decision.own');
  return (
    <li className="max-w-measure">
      <b>{t(kind, { name: askedByName ?? '' })}</b>
      <span className="block text-xs text-ink-3">
        <InstantText instant={new Date(reopenedAt)} />
      </span>
      <p className="mt-1 whitespace-pre-line">{reason}</p>
    </li>
  );
}
