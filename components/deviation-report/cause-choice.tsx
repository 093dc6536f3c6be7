import { useTranslations } from 'next-intl';
import { BIG_CHOICE } from '#components/deviation-report/big-choice.ts';
import { cx } from '#components/ui/class-names.ts';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import {
  type DeviationCause,
  deviationCause,
  deviationCauseName,
  EVENT_CAUSES,
  isEventCause,
} from '#lib/domain/deviation-report/deviation.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly chosen: string;
  readonly problems: readonly FieldProblem[];
  /** Only absence can be chosen, and nothing else that happens. */
  readonly absenceOnly?: boolean;
};

/** What has happened: absence in plain sight, the rarer causes behind one press. */
export function CauseChoice({ chosen, problems, absenceOnly = false }: Props) {
  const t = useTranslations('deviation-report');
  const id = fieldId('content.cause');
  const own = problems.filter(({ pointer }) => fieldId(pointer) === id);
  const cause = deviationCause(chosen);
  return (
    <fieldset className={cx('min-w-0', own.length > 0 && 'field-wrong')}>
      <legend className="mb-1 font-medium">{t('cause')}</legend>
      <FieldError id={`${id}-error`} problems={own} />
      <Options causes={ABSENCE_REASONS} chosen={cause} firstId={id} />
      {!absenceOnly && (
        <DisclosureMore summary={t('events')} open={cause !== null && isEventCause(cause)} className="mt-2">
          <Options causes={EVENT_CAUSES} chosen={cause} />
        </DisclosureMore>
      )}
    </fieldset>
  );
}

type OptionsProps = {
  readonly causes: readonly DeviationCause[];
  readonly chosen: DeviationCause | null;
  readonly firstId?: string;
};

function Options({ causes, chosen, firstId }: OptionsProps) {
  const locale = useStaffLocale();
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {causes.map((cause, index) => (
        <label key={cause} className={BIG_CHOICE}>
          <input
            type="radio"
            id={index === 0 ? firstId : undefined}
            name="content.cause"
            value={cause}
            defaultChecked={cause === chosen}
          />
          <span className="choice-label">{deviationCauseName(cause, locale)}</span>
        </label>
      ))}
    </div>
  );
}
