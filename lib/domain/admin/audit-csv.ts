import { actionWords } from '#lib/domain/admin/action-words.ts';
import type { LoggedAction } from '#lib/domain/admin/audit-log.ts';

const HEAD = [
  'Post',
  'Tid (UTC)',
  'Slag',
  'Vem',
  'Roll',
  'Organisation',
  'Åtgärd',
  'Kod',
  'Utfall',
  'Skäl till nekandet',
  'Ändamål',
  'Antal deltagare',
  'Deltagare',
] as const;

/** The file of a search in the log: a head, and a row for each entry. Those with a protected identity are counted, never named. */
export function auditCsvRows(entries: readonly LoggedAction[]): readonly (readonly string[])[] {
  return [
    HEAD,
    ...entries.map((entry) => [
      entry.id,
      entry.at,
      entry.actorKind,
      entry.actorName ?? entry.actorMachine ?? '',
      entry.role ?? '',
      entry.providerName ?? '',
      actionWords(entry.action, 'sv'),
      entry.action,
      entry.outcome,
      entry.refusal ?? '',
      entry.purpose ?? '',
      String(entry.participants),
      entry.participantNames.join(', '),
    ]),
  ];
}
