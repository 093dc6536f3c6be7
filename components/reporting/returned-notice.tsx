import { useLocale, useTranslations } from 'next-intl';
import { Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice, type NoticeTone } from '#components/ui/notice.tsx';
import { decidedSv } from '#lib/domain/effect/effect-sv.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly decision: NonNullable<MonthPage['decision']>;
  readonly status: CurrentStatus | null;
  readonly seesMoney: boolean;
  /** Where it is answered, and reconsideration asked for. */
  readonly reportId: string | null;
};

/** What was decided about the report, why, in the reviewer's own words, and the kronor that the reviewer saw. */
export function ReturnedNotice({ decision, status, seesMoney, reportId }: Props) {
  const t = useTranslations('reporting.decision');
  const locale = useLocale();
  const said = whatIsSaid(decision.decision, status);
  if (said === null) return null;
  const day = formatDate(plainDateFromDate(new Date(decision.decidedAt)), locale);
  const { effectOre, nextOre } = decision;
  return (
    <Notice
      tone={said.tone}
      title={t(said.title, { day })}
      className="mb-6"
      action={
        reportId !== null && (said.title === 'proposed' || said.title === 'rejected') ? (
          <LinkAction href={`/provider/reports/${reportId}`}>
            {t(said.title === 'proposed' ? 'toAnswer' : 'toReport')}
          </LinkAction>
        ) : undefined
      }
    >
      {decision.reason !== null && <p className="whitespace-pre-line">{decision.reason}</p>}
      {seesMoney && said.title !== 'proposed' && effectOre !== null && nextOre !== null && (
        <p className="mt-2">
          {decidedSv({ differenceOre: effectOre, nextAfterOre: nextOre })} <Example />
        </p>
      )}
      {said.next !== null && <p className="mt-2">{t(said.next)}</p>}
    </Notice>
  );
}

type Said = {
  readonly tone: NoticeTone;
  readonly title: 'returned' | 'rejected' | 'approved' | 'reopened' | 'proposed';
  readonly next: 'doThis' | 'final' | 'again' | 'answer' | null;
};

function whatIsSaid(decision: Props['decision']['decision'], status: CurrentStatus | null): Said | null {
  switch (status) {
    case 'returned':
      return { tone: 'warn', title: 'returned', next: 'doThis' };
    case 'rejected':
      return { tone: 'stop', title: 'rejected', next: 'final' };
    case 'approved':
      return { tone: 'ok', title: 'approved', next: null };
    case 'submitted':
    case 'inReview':
      if (decision === 'proposeReject') return { tone: 'warn', title: 'proposed', next: 'answer' };
      return decision === 'reopen' ? { tone: 'wait', title: 'reopened', next: 'again' } : null;
    case null:
      return null;
  }
}
