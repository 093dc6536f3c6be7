import { counted, OUTCOME_TYPE_SV } from '#lib/domain/compensation/swedish.ts';
import type { DocumentStatus, ServicePeriod } from '#lib/domain/compensation/types.ts';
import type { FactChange } from '#lib/domain/statement/fact-changes.ts';
import {
  END_REASON_SV,
  lastDaySv,
  OUTCOME_STATUS_SV,
  periodSv,
  STATUS_SV,
} from '#lib/domain/statement/fact-words-sv.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

function reportStatus(month: string, before: DocumentStatus, after: DocumentStatus): string {
  if (before === 'approved') {
    return after === 'returned'
      ? `Godkännandet av rapporten för ${month} togs tillbaka, och rapporten återlämnades.`
      : `Godkännandet av rapporten för ${month} togs tillbaka. Rapporten är nu ${STATUS_SV[after]}.`;
  }
  switch (after) {
    case 'approved':
      return `Rapporten för ${month} godkändes.`;
    case 'returned':
      return `Rapporten för ${month} återlämnades.`;
    case 'rejected':
      return `Rapporten för ${month} avslogs.`;
    case 'submitted':
      return `Rapporten för ${month} skickades in igen.`;
  }
}

function outcomeStatus(before: DocumentStatus, after: DocumentStatus): string {
  if (before === 'approved') {
    return `Godkännandet av resultatet togs tillbaka. Resultatet är nu ${OUTCOME_STATUS_SV[after]}.`;
  }
  switch (after) {
    case 'approved':
      return 'Resultatet godkändes.';
    case 'returned':
      return 'Resultatet återlämnades.';
    case 'rejected':
      return 'Resultatet avslogs.';
    case 'submitted':
      return 'Resultatet skickades in igen.';
  }
}

function verified(before: PlainDate | null, after: PlainDate | null): string {
  if (after === null) return 'Det finns inte längre några underlag som styrker resultatet.';
  const through = lastDaySv(after);
  if (before === null) return `Resultatet är nu styrkt till och med ${through}.`;
  const further = after > before ? 'längre fram' : 'kortare tid';
  return `Resultatet är styrkt ${further}: till och med ${through}, förut ${lastDaySv(before)}.`;
}

function end(before: PlainDate | null, change: Extract<FactChange, { kind: 'end' }>): string {
  const { after, reason } = change;
  if (after === null) return 'Placeringen är inte längre avslutad.';
  const why = reason === null ? '' : ` (${END_REASON_SV[reason]})`;
  if (before === null) return `Placeringen avslutades med sista dag ${lastDaySv(after)}${why}.`;
  return before === after
    ? `Orsaken till att placeringen avslutades ändrades${why}.`
    : `Placeringens sista dag ändrades från ${lastDaySv(before)} till ${lastDaySv(after)}${why}.`;
}

function periods(of: readonly ServicePeriod[]): string {
  return of.map(periodSv).join(' och ');
}

/** A change of one fact as a Swedish sentence. */
export function factChangeSv(change: FactChange): string {
  switch (change.kind) {
    case 'agreement':
      return `Placeringen räknas enligt ${change.after} i stället för ${change.before}.`;
    case 'level':
      return `Nivån rättades från ${change.before} till ${change.after}.`;
    case 'periods':
      return `Den planerade tiden är nu ${periods(change.after)}. Förut var den ${periods(change.before)}.`;
    case 'end':
      return end(change.before, change);
    case 'relatedCompanies':
      return 'Uppgiften om vilka företag som är närstående ändrades.';
    case 'reportCame':
      return `Rapporten för ${formatMonth(change.month)} kom in ${formatDate(change.on)} och är ${STATUS_SV[change.status]}.`;
    case 'reportGone':
      return `Rapporten för ${formatMonth(change.month)} finns inte längre.`;
    case 'reportStatus':
      return reportStatus(formatMonth(change.month), change.before, change.after);
    case 'reportReplaced':
      return `En ny version av rapporten för ${formatMonth(change.month)} kom in ${formatDate(change.on)}.`;
    case 'absences':
      return [
        change.added === 0 ? '' : `${counted(change.added, 'frånvarodag', 'frånvarodagar')} tillkom.`,
        change.removed === 0 ? '' : `${counted(change.removed, 'frånvarodag', 'frånvarodagar')} togs bort.`,
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'outcomeCame':
      return `Ett resultat kom in: ${OUTCOME_TYPE_SV[change.type]} från ${formatDate(change.from)}, ${OUTCOME_STATUS_SV[change.status]}.`;
    case 'outcomeGone':
      return 'Resultatet finns inte längre.';
    case 'outcomeStatus':
      return outcomeStatus(change.before, change.after);
    case 'outcomeContent':
      return `Uppgifterna om resultatet ändrades: ${OUTCOME_TYPE_SV[change.type]} från ${formatDate(change.from)}.`;
    case 'verified':
      return verified(change.before, change.after);
  }
}
