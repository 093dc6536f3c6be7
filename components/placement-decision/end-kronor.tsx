import { useLocale, useTranslations } from 'next-intl';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { finalReportDueOn } from '#lib/domain/final-report/final-report-due.ts';
import { endConfirmation } from '#lib/domain/interruption-request/decide-interruption.ts';
import type { InterruptionFacts } from '#lib/domain/interruption-request/interruption-request.ts';
import {
  activityAfterSv,
  isBeforeActivity,
  type PlacementEnd,
} from '#lib/domain/placement-decision/end-placement.ts';
import { effectOfEnd } from '#lib/domain/placement-decision/shown-effect.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly prefix: '' | 'answer.';
  readonly ended: PlacementEnd;
  readonly facts: Pick<InterruptionFacts, 'lastActivityOn' | 'money' | 'finalReportWorkdays'>;
  /** Whether activities after the last day have been said to be seen. */
  readonly isSeen: boolean;
  readonly problems: readonly FieldProblem[];
  readonly today: PlainDate;
};

/** What an end does in kronor and what follows of it, before it is decided. */
export function EndKronor({ prefix, ended, facts, isSeen, problems, today }: Props) {
  const t = useTranslations('interruption-request.kronor');
  const locale = useLocale();
  const { money, lastActivityOn, finalReportWorkdays } = facts;
  if (money === null) return null;
  const { end } = ended;
  const lastDay = addDays(end, -1);
  const day = formatDate(lastDay, locale);
  const report = finalReportDueOn({ from: end, to: end, end }, finalReportWorkdays);
  return (
    <section
      className="grid gap-3 border-s-4 border-line-strong ps-4"
      aria-label={t('title', { day })}
      id="kronor"
    >
      <input type="hidden" name={`${prefix}confirmed`} value={endConfirmation(ended, money)} />
      <p className="font-medium">{t('title', { day })}</p>
      <EffectSummary
        effect={effectOfEnd(money, { end, endReason: 'interruption' })}
        caption={t('title', { day })}
        open
      />
      <p className="max-w-measure text-ink-2">
        {t(report < today ? 'followsPast' : 'follows', { report: formatDate(report, locale) })}
      </p>
      {isBeforeActivity(lastDay, lastActivityOn) && (
        <Checkbox
          name={`${prefix}despiteActivity`}
          value="true"
          label={t('despite')}
          hint={activityAfterSv(lastActivityOn)}
          defaultChecked={isSeen}
          problems={problems}
        />
      )}
    </section>
  );
}
