import { type Obstacle, obstacleOf, type OwnPart } from '#lib/domain/payment/authorise.ts';
import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

type RawPayable = {
  readonly statementId: string;
  readonly version: number;
  readonly status: StatementStatus;
  readonly providerId: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly cutOff: string;
  readonly payableOre: bigint;
  readonly contentHash: string;
  readonly acceptedOn: string | null;
  readonly acceptBy: string | null;
  readonly accountId: string | null;
  readonly clearingNumber: string | null;
  readonly accountNumber: string | null;
  readonly bankName: string | null;
  readonly accountComing: boolean;
  readonly ownPart: OwnPart | null;
};

/** The day from which a statement's pay day is counted: accepted then, or as soon as it can be. From `statement s`. */
export function basisOf(today: PlainDate): Prisma.Sql {
  return Prisma.sql`CASE s.status WHEN 'accepted' THEN (s.accepted_at AT TIME ZONE 'Europe/Stockholm')::date
    WHEN 'proposed' THEN greatest(coalesce(s.accept_by, ${today}::date), ${today}::date) ELSE ${today}::date END`;
}

/** The account of a statement's provider in force on a day, from `statement s`; of two from the same day the one confirmed last. */
export function accountInForce(on: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT b.id, b.clearing_number, b.account_number, b.bank_name FROM bank_account b
    WHERE b.provider_id = s.provider_id AND b.status = 'confirmed' AND b.valid_from <= ${on}
    ORDER BY b.valid_from DESC, b.decided_at DESC LIMIT 1`;
}

function accountOf(raw: RawPayable): PayableRow['account'] {
  const { accountId: id, clearingNumber, accountNumber, bankName } = raw;
  if (id === null || clearingNumber === null || accountNumber === null || bankName === null) return null;
  return { id, clearingNumber, accountNumber, bankName };
}

function payableRowOf(raw: RawPayable, acceptedThrough: PlainDate): PayableRow {
  const acceptedOn = raw.acceptedOn === null ? null : plainDate(raw.acceptedOn);
  const payableOre = ore(Number(raw.payableOre));
  const account = accountOf(raw);
  const { status, accountComing, ownPart } = raw;
  const facts = { status, payableOre, acceptedOn, hasAccount: account !== null, accountComing, ownPart };
  const obstacle: Obstacle | null = obstacleOf(facts, acceptedThrough);
  return {
    statementId: raw.statementId,
    version: raw.version,
    status,
    providerId: raw.providerId,
    providerName: raw.providerName,
    orgNo: raw.orgNo,
    cutOff: plainDate(raw.cutOff),
    payableOre,
    contentHash: raw.contentHash,
    acceptedOn,
    acceptBy: raw.acceptBy === null ? null : plainDate(raw.acceptBy),
    account,
    obstacle,
  };
}

/** The statements that meet a condition (on `statement s` and `provider r`), as the one who asks could authorise them for a pay day. */
export async function listPayable(
  tx: Tx,
  matching: Prisma.Sql,
  { payOn, acceptedThrough }: { readonly payOn: PlainDate; readonly acceptedThrough: PlainDate },
): Promise<readonly PayableRow[]> {
  const rows = await tx.$queryRaw<RawPayable[]>`
    SELECT s.id::text AS "statementId", s.version, s.status::text, s.provider_id::text AS "providerId", r.name AS "providerName",
      r.org_no AS "orgNo", s.cut_off::text AS "cutOff", s.payable_ore AS "payableOre", coalesce(s.content_hash, '') AS "contentHash",
      (s.accepted_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "acceptedOn", s.accept_by::text AS "acceptBy",
      b.id::text AS "accountId", b.clearing_number AS "clearingNumber", b.account_number AS "accountNumber", b.bank_name AS "bankName",
      EXISTS (SELECT 1 FROM bank_account c WHERE c.provider_id = s.provider_id
        AND (c.status = 'requested' OR (c.status = 'confirmed' AND c.valid_from > ${payOn}::date))) AS "accountComing",
      CASE WHEN s.status = 'accepted' THEN app.own_part(s.id) END AS "ownPart"
    FROM statement s JOIN provider r ON r.id = s.provider_id
    LEFT JOIN LATERAL (${accountInForce(Prisma.sql`${payOn}::date`)}) b ON true
    WHERE ${matching} ORDER BY r.name COLLATE "sv-x-icu", s.cut_off, s.id`;
  return rows.map((row) => payableRowOf(row, acceptedThrough));
}
