import { Refusal } from '#components/choice/refusal.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** What was wrong in the form, or why the choice or switch could not be carried out. */
export function HelpRefusal({ attempt }: { attempt: KeptForm | null }) {
  const inForm = attempt?.problem.code === 'invalidInput' || attempt?.problem.code === 'letterMarked';
  return inForm ? <AttemptSummary attempt={attempt} /> : <Refusal attempt={attempt} />;
}
