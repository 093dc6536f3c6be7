import { useTranslations } from 'next-intl';
import { DECISION_FORM } from '#components/review/decision-form.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import type { FindingVerdict } from '#lib/domain/review/finding-verdict.ts';

type Props = {
  readonly code: string;
  /** The finding's sentence, for who hears the field alone. */
  readonly message: string;
  readonly decides: boolean;
  readonly said: string | undefined;
  /** What was said with the last decision. */
  readonly verdict: FindingVerdict | undefined;
};

/** Whether a check was right: said with the decision, or following from it. */
export function FindingVerdictField({ code, message, decides, said, verdict }: Props) {
  const t = useTranslations('review-decision.verdict');
  const name = `verdicts.${code}`;
  const was = verdict === undefined ? null : t(`was.${verdict.upheld ? 'upheld' : 'falseAlarm'}`);
  if (!decides) return was === null ? null : <span>{was}</span>;
  return (
    <label className="no-print grid gap-1" htmlFor={fieldId(name)}>
      <span>
        {t('label')}
        <span className="sr-only"> {message}</span>
      </span>
      <Select
        form={DECISION_FORM}
        id={fieldId(name)}
        name={name}
        defaultValue={said ?? ''}
        empty={t('follows')}
        options={[
          { value: 'upheld', label: t('upheld') },
          { value: 'falseAlarm', label: t('falseAlarm') },
        ]}
      />
      {was !== null && <span>{was}</span>}
    </label>
  );
}
