import type { Role } from '#lib/domain/actor/role.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/**
 * What happens to a statement between its proposal and its authorisation: the signatory accepts or disputes it, silence
 * accepts it, or its last open dispute has closed and it can be answered anew.
 */
export type AnswerMove = 'accept' | 'dispute' | 'silence' | 'resume';

/** Why a statement cannot be moved so. */
export type AnswerFault =
  | 'notProposed'
  | 'accepted'
  | 'authorised'
  | 'paid'
  | 'periodOver'
  | 'periodGoesOn'
  | 'noPeriod'
  | 'disputesOpen'
  | 'notDisputed';

/** A statement as far as its answer goes. */
export type Answerable = {
  readonly status: StatementStatus;
  /** The last day of the answering period; null for what was proposed before there were any. */
  readonly acceptBy: PlainDate | null;
  readonly openDisputes: number;
};

/** Whether the role answers statements for its provider (service description section 2): the signatory alone. */
export function answersStatements(role: Role): role is 'signatory' {
  return role === 'signatory';
}

/** Whether the provider still has something to say to a statement in that state. */
export function awaitsAnswer(status: StatementStatus): status is 'proposed' | 'disputed' {
  return status === 'proposed' || status === 'disputed';
}

/**
 * The state that a move leads to on `today`, or why it cannot be made. The answering period ends with its last day; while
 * disputes are open it stands still, and silence says nothing. Source: compensation model section 6; the course of a
 * statement (proposed → accepted | disputed, disputed → proposed | accepted).
 */
export function moveStatement(
  { status, acceptBy, openDisputes }: Answerable,
  move: AnswerMove,
  today: PlainDate,
): Result<StatementStatus, AnswerFault> {
  switch (status) {
    case 'open':
      return err('notProposed');
    case 'proposed':
      return moveProposed(acceptBy, move, today);
    case 'disputed':
      return moveDisputed(openDisputes, move);
    case 'accepted':
    case 'authorised':
    case 'paid':
      return err(status);
  }
}

function moveProposed(
  acceptBy: PlainDate | null,
  move: AnswerMove,
  today: PlainDate,
): Result<StatementStatus, AnswerFault> {
  const isOver = acceptBy !== null && acceptBy < today;
  switch (move) {
    case 'accept':
      return ok('accepted');
    case 'dispute':
      return isOver ? err('periodOver') : ok('disputed');
    case 'silence':
      if (acceptBy === null) return err('noPeriod');
      return isOver ? ok('accepted') : err('periodGoesOn');
    case 'resume':
      return err('notDisputed');
  }
}

function moveDisputed(openDisputes: number, move: AnswerMove): Result<StatementStatus, AnswerFault> {
  switch (move) {
    case 'accept':
      return ok('accepted');
    case 'dispute':
      return ok('disputed');
    case 'silence':
      return err('disputesOpen');
    case 'resume':
      return openDisputes === 0 ? ok('proposed') : err('disputesOpen');
  }
}
