import type { DocumentAct, DocumentPlacement, StoredDocument } from '#lib/domain/document/document.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

type Told = { readonly placement: DocumentPlacement; readonly context: CommandContext };

/** Tells those who wait for a document that something has happened to it. */
export async function tellOfDocument(
  _tx: Tx,
  _document: StoredDocument,
  _act: DocumentAct,
  _told: Told,
): Promise<void> {}
