import { useLocale, useTranslations } from 'next-intl';
import { LoweredRows } from '#components/decision/lowered-rows.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { isReasonCode } from '#lib/domain/review/reason-code.ts';
import type {
  EarlierDecision,
  ReviewedReportPage,
  ShownReopening,
} from '#lib/domain/review/reviewed-report.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Ore } from '#lib/shared/money.ts';

type Props = { readonly report: Pick<ReviewedReportPage, 'decisions' | 'reopenings'> };

/** The decisions there have been, what the provider said, and when one was taken up again, the latest first. */
export function DecisionHistory({ report: { decisions, reopenings } }: Props) {
  const t = useTranslations('review-decision.history');
  if (decisions.length + reopenings.length === 0) return null;
  const events = [
    ...reopenings.map((reopening) => ({
      at: reopening.reopenedAt,
      shown: <Reopening key={reopening.id} reopening={reopening} />,
    })),
    ...decisions.map((decision) => ({
      at: decision.reply?.repliedAt ?? decision.decidedAt,
      shown: <Decision key={decision.id} decision={decision} />,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Card title={t('title')}>
      <ul className="grid gap-4">{events.map(({ shown }) => shown)}</ul>
    </Card>
  );
}

function Decision({ decision }: { readonly decision: EarlierDecision }) {
  const t = useTranslations('review-decision.history');
  const reasons = useTranslations('review.decide.reasons');
  const locale = useLocale();
  const { by, reasonCode, reason, decidedAt, decidedByName, lastDay, lowered, reply, effectOre } = decision;
  const kind = decision.decision === 'approve' && lowered.length > 0 ? 'approveFewer' : decision.decision;
  return (
    <li>
      <b>{t('by', { decision: t(`kind.${kind}`), name: decidedByName ?? t(`who.${by}`) })}</b>
      <span className="block text-xs text-ink-3">
        <InstantText instant={new Date(decidedAt)} />
      </span>
      {isReasonCode(reasonCode) && <p className="mt-1">{reasons(reasonCode)}</p>}
      {reason !== null && reason !== '' && <p className="mt-1 whitespace-pre-line text-ink-2">{reason}</p>}
      <LoweredRows rows={lowered} />
      {lastDay !== null && (
        <p className="mt-1 text-xs text-ink-3">
          {t(kind === 'return' ? 'completeBy' : 'replyBy', { day: dateInWords(lastDay, locale, 'weekday') })}
        </p>
      )}
      {reply !== null && (
        <blockquote className="mt-2 border-s-2 border-line-strong ps-3">
          <b>{t('replied')}</b>
          <span className="block text-xs text-ink-3">
            {reply.repliedByName}, <InstantText instant={new Date(reply.repliedAt)} />
          </span>
          <p className="mt-1 whitespace-pre-line">{reply.text}</p>
        </blockquote>
      )}
      {effectOre !== null && kind !== 'proposeReject' && <Changed effectOre={effectOre} />}
    </li>
  );
}

function Reopening({ reopening }: { readonly reopening: ShownReopening }) {
  const t = useTranslations('review-decision.history');
  const { kind, reason, effectOre, reopenedAt, reopenedByName } = reopening;
  return (
    <li>
      <b>{t(kind, { name: reopenedByName })}</b>
      <span className="block text-xs text-ink-3">
        <InstantText instant={new Date(reopenedAt)} />
      </span>
      <p className="mt-1 whitespace-pre-line text-ink-2">{reason}</p>
      {effectOre !== 0 && <Changed effectOre={effectOre} />}
    </li>
  );
}

function Changed({ effectOre }: { readonly effectOre: Ore }) {
  const t = useTranslations('review-decision.history');
  return (
    <p className="mt-1 text-xs text-ink-3">
      {t.rich('changed', { amount: () => <Amount value={effectOre} signed exact /> })}
    </p>
  );
}
