import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** Faults are counted; a refusal of the whole says what it is. */
const INVALID = 422;

/** Why a form was not carried out, if it was not. */
export function Refusal({ attempt }: { attempt: KeptForm | null }) {
  if (attempt === null) return null;
  const { errors, status, title } = attempt.problem;
  return (
    <ErrorSummary problems={errors} title={status === INVALID && errors.length > 0 ? undefined : title} />
  );
}
