import type {
  CaseMandate,
  Desk,
  DocumentHead,
  DocumentStatus,
  Verdict,
} from '#lib/domain/document/document.ts';
import { maySettle } from '#lib/domain/document/settled-with.ts';
import { conflict, forbidden, type Problem } from '#lib/shared/problem.ts';

/** Who stands at a desk: a reviewer, or a caseworker with a mandate. */
export type DeskPerson = {
  readonly personId: string;
  readonly role: string;
  readonly caseMandate: CaseMandate | null;
};

type Step = Pick<
  DocumentHead,
  'status' | 'desk' | 'submittedByPersonId' | 'takenByPersonId' | 'handedUpByPersonId'
>;

/** Status that a verdict gives. */
export const STATUS_AFTER: Readonly<
  Record<Verdict, DocumentStatus & ('approved' | 'returned' | 'rejected')>
> = {
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
};

/** Whether the person works at the desk (service description section 2: a mandate to decide includes assessing). */
export function worksAt(desk: Desk, { role, caseMandate }: DeskPerson): boolean {
  if (desk === 'review') return role === 'reviewer';
  return role === 'caseworker' && (desk === 'assess' ? caseMandate !== null : caseMandate === 'decide');
}

const NOT_AT_DESK = {
  code: 'mandateMissing',
  title: {
    sv: 'Ärendet väntar på någon med rätt att besluta.',
    en: 'The case waits for somebody with the mandate to decide.',
  },
};

const SETTLED = {
  code: 'documentSettled',
  title: {
    sv: 'Handlingen väntar inte längre på någon. Läs vad som har hänt.',
    en: 'The document no longer waits for anybody. Read what has happened.',
  },
};

const TAKEN = {
  code: 'documentTaken',
  title: {
    sv: 'En kollega har tagit ärendet. Be kollegan lämna tillbaka det.',
    en: 'A colleague has taken the case. Ask them to hand it back.',
  },
};

/** Null where the person may take the document; nobody takes what they submitted. */
export function refuseTaking(step: Step, person: DeskPerson): Problem | null {
  if (!worksAt(step.desk, person)) return conflict([], NOT_AT_DESK);
  if (step.submittedByPersonId === person.personId) return forbidden();
  if (step.status === 'inReview' && step.takenByPersonId !== person.personId) return conflict([], TAKEN);
  return step.status === 'submitted' ? null : conflict([], SETTLED);
}

/** Null where the person may hand back what they have taken. */
export function refuseHandingBack(step: Step, { personId }: DeskPerson): Problem | null {
  return step.status === 'inReview' && step.takenByPersonId === personId ? null : conflict([], SETTLED);
}

/**
 * Null where the person may decide: it waits at a desk of theirs and its kind is settled with their mandate, nobody else
 * has taken it, and it is neither their own submission nor – where it was handed up – their own assessment (service
 * description sections 2 and 5).
 */
export function refuseDeciding(step: Step & Pick<DocumentHead, 'kind'>, person: DeskPerson): Problem | null {
  return (
    refuseAtDesk(step, person) ??
    (maySettle(step.kind, step.desk, person.caseMandate) ? null : conflict([], NOT_AT_DESK))
  );
}

function refuseAtDesk(step: Step, person: DeskPerson): Problem | null {
  if (step.status !== 'submitted' && step.status !== 'inReview') return conflict([], SETTLED);
  if (!worksAt(step.desk, person)) return conflict([], NOT_AT_DESK);
  if (step.submittedByPersonId === person.personId || step.handedUpByPersonId === person.personId)
    return forbidden();
  return step.takenByPersonId === null || step.takenByPersonId === person.personId
    ? null
    : conflict([], TAKEN);
}

/** Null where the assessor may hand the case up: once, before it is decided. */
export function refuseHandingUp(step: Step, person: DeskPerson): Problem | null {
  return step.desk === 'assess' ? refuseAtDesk(step, person) : conflict([], SETTLED);
}

/** Null where the provider may take the document back: until somebody has begun with it. */
export function refuseWithdrawing({ status, takenByPersonId, handedUpByPersonId }: Step): Problem | null {
  if (status === 'submitted' && takenByPersonId === null && handedUpByPersonId === null) return null;
  return conflict([], {
    code: 'reviewBegun',
    title: {
      sv: 'Någon har redan börjat med handlingen. Skicka en rättelse i stället.',
      en: 'Somebody has already begun with the document. Send a correction instead.',
    },
  });
}

/** Null where a new version may replace the one there is. `correctable` are the statuses its kind allows that in. */
export function refuseReplacing({ status }: Step, correctable: readonly DocumentStatus[]): Problem | null {
  if (correctable.includes(status)) return null;
  return conflict([], {
    code: 'notCorrectable',
    title: {
      sv: 'Den här versionen går inte att rätta längre.',
      en: 'This version can no longer be corrected.',
    },
  });
}
