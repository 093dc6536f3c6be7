import { defineDiscard, defineReturn, type DraftKind } from '#lib/server/agreement/draft-commands.ts';
import { type AgreementDraftRow, lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

const AGREEMENT: DraftKind<AgreementDraftRow> = {
  what: 'agreement',
  subject: 'agreementDraft',
  table: Prisma.sql`agreement_draft`,
  lock: lockAgreementDraft,
  nameOf: ({ name }) => name,
};

export const returnAgreementDraft = defineReturn({ ...AGREEMENT, name: 'agreementDraft.return' });
export const discardAgreementDraft = defineDiscard({ ...AGREEMENT, name: 'agreementDraft.discard' });
