import { useTranslations } from 'next-intl';
import { BIG_CHOICE } from '#components/deviation-report/big-choice.ts';
import { cx } from '#components/ui/class-names.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { absenceOn } from '#lib/domain/deviation-report/absence-on.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly log: WeekLog;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
};

const NAME = 'placementIds';

/** Who of those who are here this week: one press each. Those who were chosen and are not shown stay chosen. */
export function WhoTogether({ log, values, problems }: Props) {
  const t = useTranslations('deviation-report.together');
  const tPick = useTranslations('deviation-report.pick');
  const { participants, today, total } = log;
  const chosen = new Set(
    Object.entries(values).flatMap(([name, value]) => (name.startsWith(`${NAME}.`) ? [value] : [])),
  );
  const shown = new Set(participants.map(({ placementId }) => placementId));
  const others = [...chosen].filter((placementId) => !shown.has(placementId));
  const id = fieldId(NAME);
  const own = problems.filter(({ pointer }) => fieldId(pointer) === id);
  if (participants.length === 0) return <EmptyState>{tPick('none')}</EmptyState>;
  return (
    <fieldset id={id} tabIndex={-1} className={cx('min-w-0', own.length > 0 && 'field-wrong')}>
      <legend className="mb-1 font-medium">{t('who')}</legend>
      <FieldError id={`${id}-error`} problems={own} />
      <div className="grid gap-2 sm:grid-cols-2">
        {participants.map(({ placementId, participantName, absences }, index) => (
          <label key={placementId} className={BIG_CHOICE}>
            <input
              type="checkbox"
              name={`${NAME}.${index}`}
              value={placementId}
              defaultChecked={chosen.has(placementId)}
            />
            <span className="choice-label">
              {participantName}
              {absenceOn(today, absences) !== null && (
                <small className="block font-normal text-ink-3">{tPick('reported')}</small>
              )}
            </span>
          </label>
        ))}
      </div>
      {others.map((placementId, index) => (
        <input
          key={placementId}
          type="hidden"
          name={`${NAME}.${participants.length + index}`}
          value={placementId}
        />
      ))}
      {total > participants.length && (
        <p className="mt-2 text-ink-2">{t('more', { count: participants.length })}</p>
      )}
    </fieldset>
  );
}
