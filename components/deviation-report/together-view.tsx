import { useTranslations } from 'next-intl';
import { CauseChoice } from '#components/deviation-report/cause-choice.tsx';
import { DayChoice } from '#components/deviation-report/day-choice.tsx';
import { FollowUps } from '#components/deviation-report/follow-ups.tsx';
import { TogetherPreviewPart } from '#components/deviation-report/together-preview-part.tsx';
import type { ShownPreview } from '#components/deviation-report/together-preview-part.tsx';
import { WhoTogether } from '#components/deviation-report/who-together.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = {
  readonly log: WeekLog;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  /** What would be sent, once it has been asked for; the form stands folded below it. */
  readonly preview: ShownPreview | null;
};

/** Absence is reported within weeks; what is older is written by itself. */
const BACK_DAYS = 28;

/** The same absence of several participants: why, when and who; then what would be sent for each, and sending it. */
export function TogetherView({ log, attempt, formKey, preview }: Props) {
  const t = useTranslations('deviation-report.together');
  const tPick = useTranslations('deviation-report.pick');
  const value = (name: string): string => attempt?.values[name] ?? '';
  const problems = attempt?.problem.errors ?? [];
  const service = { from: addDays(log.today, -BACK_DAYS), to: addDays(log.today, 1) };
  const fields = (
    <div className="grid gap-8">
      <div className="group/cause grid gap-6">
        <CauseChoice chosen={value('content.cause')} problems={problems} absenceOnly />
        <FollowUps value={value} problems={problems} />
      </div>
      <DayChoice today={log.today} service={service} value={value} problems={problems} oneDay />
      <WhoTogether log={log} values={attempt?.values ?? {}} problems={problems} />
    </div>
  );
  return (
    <>
      {preview === null && <AttemptSummary attempt={attempt} />}
      <Breadcrumbs above={[{ href: '/provider/absence', words: tPick('title') }]} here={t('here')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <form method="post" action="/api/provider/absence" className="grid max-w-[880px] gap-8">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back="/provider/absence/together" />
        {preview === null ? (
          <>
            {fields}
            <Button look="go" big className="justify-self-start max-sm:w-full">
              {t('read')}
            </Button>
          </>
        ) : (
          <>
            <TogetherPreviewPart preview={preview} />
            <DisclosureMore summary={t('change')}>
              <div className="grid gap-8 pt-4">
                {fields}
                <Button className="justify-self-start">{t('read')}</Button>
              </div>
            </DisclosureMore>
          </>
        )}
      </form>
    </>
  );
}
