import { useTranslations } from 'next-intl';
import { AbsenceTimes } from '#components/deviation-report/absence-times.tsx';
import { CauseChoice } from '#components/deviation-report/cause-choice.tsx';
import { DayChoice, firstProposal } from '#components/deviation-report/day-choice.tsx';
import { FollowUps } from '#components/deviation-report/follow-ups.tsx';
import type { DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import {
  type Deviation,
  deviationCause,
  type DeviationFacts,
} from '#lib/domain/deviation-report/deviation.ts';
import { durationText } from '#lib/domain/deviation-report/duration-text.ts';
import { DOUBLED, doubleOf, typedDays } from '#lib/domain/deviation-report/read-days.ts';
import { usualMinutes } from '#lib/domain/deviation-report/usual-minutes.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';

type Props = DocumentFieldsProps<Deviation, DeviationFacts>;

/** A deviation report: the day, what has happened, for how long, and what the cause is asked. Most of it stands there already. */
export function DeviationFields({ form, value, problems }: Props) {
  const { placement, facts, today } = form;
  const service = { from: placement.from, to: placement.end ?? placement.to };
  const isUntouched = value('content.cause') === '' && value('content.expected') === '';
  const usual = isUntouched ? usualMinutes(firstProposal({ today, service }), facts) : null;
  const proposed = usual === null ? '' : durationText(usual.minutes);
  return (
    <div className="group/cause grid gap-6">
      <Double form={form} value={value} problems={problems} />
      <DayChoice today={today} service={service} value={value} problems={problems} />
      <CauseChoice chosen={value('content.cause')} problems={problems} />
      <div className={ABSENCE_ONLY}>
        <ClientMessages features={['deviation-report']}>
          <AbsenceTimes
            placementId={placement.placementId}
            facts={facts}
            expected={isUntouched ? proposed : value('content.expected')}
            absent={isUntouched ? proposed : value('content.absent')}
            keepLogged={value('content.keepLogged') !== ''}
            proposedBy={usual?.by ?? null}
            problems={problems}
          />
        </ClientMessages>
      </div>
      <FollowUps value={value} problems={problems} />
    </div>
  );
}

/** Seen until something else than absence is chosen. */
const ABSENCE_ONLY =
  'grid group-has-[[value=declinedActivity]:checked]/cause:hidden group-has-[[value=declinedJob]:checked]/cause:hidden group-has-[[value=cannotBenefit]:checked]/cause:hidden group-has-[[value=misconduct]:checked]/cause:hidden group-has-[[value=preventedJob]:checked]/cause:hidden';

/** The way to the report that is there already. */
function Double({ form, value, problems }: Props) {
  const t = useTranslations('deviation-report');
  if (!problems.some(({ code }) => code === DOUBLED)) return null;
  const cause = deviationCause(value('content.cause'));
  const typed = {
    from: value('content.from'),
    otherDay: value('content.otherDay'),
    through: value('content.through'),
  };
  const days = typedDays(typed, cause);
  const double = cause === null || days === null ? null : doubleOf({ cause, ...days }, form.facts.known);
  if (double === null) return null;
  const { placementId } = form.placement;
  return (
    <Notice
      action={
        <TextLink href={documentFormPath(placementId, 'deviationReport', { replacesId: double.documentId })}>
          {t('correctIt')}
        </TextLink>
      }
    >
      {t('isThere')}
    </Notice>
  );
}
