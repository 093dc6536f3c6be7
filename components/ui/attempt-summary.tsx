import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface AttemptSummaryProps {
  attempt: KeptForm | null;
}

/** What kept a form from being carried out, above the title. */
export function AttemptSummary({ attempt }: AttemptSummaryProps) {
  if (attempt === null) return null;
  const { errors, title } = attempt.problem;
  return <ErrorSummary problems={errors} title={errors.length === 0 ? title : undefined} />;
}
