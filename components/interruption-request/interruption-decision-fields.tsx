import type { DecisionFieldsProps } from '#components/document/document-decision.tsx';
import { EndFields } from '#components/placement-decision/end-fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type {
  DecidedInterruption,
  InterruptionContent,
  InterruptionFacts,
} from '#lib/domain/interruption-request/interruption-request.ts';
import { refuseEnding } from '#lib/domain/placement-decision/end-placement.ts';

/** The last day and the cause, with what they change in kronor. */
export function InterruptionDecisionFields({
  page,
  value,
  problems,
}: DecisionFieldsProps<InterruptionContent, InterruptionFacts, DecidedInterruption>) {
  const { placement, facts, today, document } = page;
  const refused = refuseEnding(placement, today);
  if (refused !== null) return <Notice tone="warn">{refused.title}</Notice>;
  const { lastDay, cause } = document.content;
  return (
    <EndFields
      prefix="answer."
      value={value}
      problems={problems}
      wished={{ lastDay, cause }}
      days={placement}
      today={today}
      facts={facts}
    />
  );
}
