import { useTranslations } from 'next-intl';
import { RadioGroup } from '#components/ui/choices.tsx';
import { ASSISTANCE_REASONS } from '#lib/domain/assistance/assistance.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface HelpReasonProps {
  name: 'assistanceReason' | 'reason';
  legend: string;
  hint: string;
  attempt: KeptForm | null;
}

/** Why the participant is helped. Nothing is chosen beforehand. */
export function HelpReason({ name, legend, hint, attempt }: HelpReasonProps) {
  const t = useTranslations('assisted.reason');
  return (
    <RadioGroup
      name={name}
      legend={legend}
      hint={hint}
      options={ASSISTANCE_REASONS.map((reason) => ({ value: reason, label: t(reason) }))}
      chosen={attempt?.values[name]}
      problems={attempt?.problem.errors}
      className="basis-full"
    />
  );
}

/** The same where a choice or a switch is made. */
export function WhyHelp({ attempt }: { attempt: KeptForm | null }) {
  const t = useTranslations('assisted.reason');
  return <HelpReason name="assistanceReason" legend={t('legend')} hint={t('hint')} attempt={attempt} />;
}
