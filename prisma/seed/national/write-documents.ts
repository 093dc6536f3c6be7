import type { Absence as ToldAbsence, StayMonth } from '#prisma/seed/national/months.ts';
import type { Absence, Deviation } from '#lib/domain/deviation-report/deviation.ts';
import { printsOf } from '#lib/domain/document/copied-text.ts';
import { textsOf } from '#lib/domain/document/texts-of.ts';
import type { FinalReport } from '#lib/domain/final-report/final-report.ts';
import { documentHash } from '#lib/server/document/submit-document.ts';
import type { Bulk } from '#prisma/seed/national/bulk.ts';
import { dateOf, type Day, instantOf } from '#prisma/seed/national/days.ts';
import type { ToldDocument } from '#prisma/seed/national/documents.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';

export type Hands = {
  /** A caseworker, who receives deviation reports. */
  readonly caseworker: string;
  readonly today: Day;
  readonly newId: () => string;
};

type ToWrite = {
  readonly id: string;
  readonly stay: Stay;
  readonly sentOn: Day;
  readonly dueOn: Day;
  readonly status: 'submitted' | 'approved' | 'withdrawn';
} & (
  | { readonly kind: 'finalReport'; readonly content: FinalReport }
  | { readonly kind: 'deviationReport'; readonly content: Deviation }
);

/** Final reports and what happened beside absence: waiting, with the prints that copies are found by. */
export function addDocument(bulk: Bulk, document: ToldDocument, hands: Hands): void {
  write(bulk, { ...document, status: 'submitted' }, hands);
  const { provider } = document.stay.office;
  for (const { place, grams } of printsOf(textsOf(document.kind, document.content), provider.id))
    bulk.add('document_print', { document_id: document.id, place, provider_id: provider.id, grams });
}

/** The month's reports of absence. */
export function addAbsences(bulk: Bulk, { stay, absences }: StayMonth, hands: Hands): void {
  for (const absence of absences) {
    const sentOn = Math.min(absence.to, hands.today);
    const { id, status } = absence;
    write(
      bulk,
      { id, stay, status, sentOn, dueOn: absence.from, kind: 'deviationReport', content: contentOf(absence) },
      hands,
    );
  }
}

function contentOf({ cause, from, to, expected, absent }: ToldAbsence): Absence {
  const followUp =
    cause === 'otherKnown'
      ? { otherKind: 'doctor' }
      : cause === 'unknown'
        ? { reached: 'no' }
        : { notified: 'before' };
  return {
    type: 'absence',
    cause,
    from: dateOf(from),
    to: dateOf(to),
    followUp,
    expectedMinutes: expected,
    absentMinutes: absent,
    confirmedActive: false,
  };
}

function write(bulk: Bulk, document: ToWrite, { caseworker, newId }: Hands): void {
  const { id, stay, sentOn, dueOn, status, kind, content } = document;
  const sender = stay.coachPersonId ?? stay.office.provider.signatories[0]?.personId;
  const decidedAt = status === 'approved' ? instantOf(sentOn, 14) : null;
  bulk.add('document', {
    id,
    thread_id: id,
    number: 1,
    kind,
    placement_id: stay.id,
    status,
    content,
    content_hash: documentHash(kind, stay.id, content),
    why: '',
    due_on: dateOf(dueOn),
    submitted_on: dateOf(sentOn),
    submitted_at: instantOf(sentOn, 13),
    submitted_by_person_id: sender,
    desk: kind === 'finalReport' ? 'review' : 'assess',
    decision: decidedAt === null ? null : { next: '' },
    decision_reason: null,
    decided_at: decidedAt,
    decided_by_person_id: decidedAt === null ? null : caseworker,
    version: decidedAt === null ? 1 : 2,
  });
  const event = (act: string, personId: string | undefined, role: string, at: string): void =>
    bulk.add('document_event', {
      id: newId(),
      document_id: id,
      act,
      text: '',
      person_id: personId,
      role,
      at,
    });
  event('submitted', sender, 'coach', instantOf(sentOn, 13));
  if (decidedAt !== null) event('approved', caseworker, 'caseworker', decidedAt);
  if (status === 'withdrawn') event('withdrawn', sender, 'coach', instantOf(sentOn, 15));
}
