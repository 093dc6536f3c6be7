import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import { type AuthorisePaymentInput, authorisePaymentInput } from '#lib/schemas/payment.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { newId } from '#lib/server/ids.ts';
import { type Authorisable, authorisable } from '#lib/server/payment/authorisable.ts';
import {
  changedMeanwhile,
  contentChanged,
  hindered,
  noPayDay,
  ownParts,
} from '#lib/server/payment/authorise-problems.ts';
import { type PayDayWindow, windowOf } from '#lib/server/payment/pay-day-window.ts';
import { listPayable } from '#lib/server/payment/payable-rows.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly window: PayDayWindow | null;
  readonly rows: readonly PayableRow[];
  readonly signed: Authorisable;
};

/** A payer authorises statements for a pay day with the e-ID: all of them or, where anything stands in the way, none. */
export const authorisePayment = defineCommand({
  name: 'payment.authorise',
  mandates: ['payer'],
  input: authorisePaymentInput,
  async lock(tx, { payOn, statements }: AuthorisePaymentInput, { today }): Promise<State | null> {
    const ids = statements.map(({ statementId }) => statementId);
    // In one order, so that two payers who chose the same ones wait for each other instead of for ever.
    await tx.$queryRaw`SELECT id::text FROM statement WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
    // An account that is being confirmed is waited for, and none is confirmed until this is over.
    await tx.$queryRaw`SELECT b.id::text FROM bank_account b JOIN statement s ON s.provider_id = b.provider_id
      WHERE s.id = ANY (${ids}::uuid[]) AND b.status IN ('requested', 'confirmed') ORDER BY b.id FOR SHARE OF b`;
    const window = windowOf(payOn, today, await termsInForce(tx, today));
    const rows = await listPayable(tx, Prisma.sql`s.id = ANY (${ids}::uuid[])`, {
      payOn,
      acceptedThrough: window?.through ?? payOn,
    });
    return rows.length === ids.length ? { window, rows, signed: authorisable(payOn, rows) } : null;
  },
  // There are as many versions as statements: `guard` compares each.
  version: () => null,
  guard: ({ rows }, input) => changedMeanwhile(rows, input) ?? ownParts(rows, input),
  stepUp: ({ signed }) => ({ purpose: 'authorisePayment', contentHash: signed.contentHash }),
  decide({ window, rows, signed }, input) {
    if (window === null) return err(noPayDay());
    const obstacles = hindered(rows, input);
    if (obstacles !== null) return err(obstacles);
    return signed.contentHash === input.contentHash ? ok(signed) : err(contentChanged());
  },
  async write(tx, { content, contentHash }, _, { actor, now, steppedUpAt }) {
    const id = newId();
    const { payOn, statements, statementCount, amountOre } = content;
    const personId = actor.kind === 'person' ? actor.personId : null;
    await tx.$executeRaw`INSERT INTO authorisation (id, pay_on, person_id, content, content_hash, statement_count, amount_ore, authenticated_at, authorised_at)
      VALUES (${id}::uuid, ${payOn}::date, ${personId}::uuid, ${JSON.stringify(content)}::jsonb, ${contentHash}, ${statementCount}, ${amountOre},
        ${steppedUpAt ?? now}, ${now})`;
    await tx.$executeRaw`UPDATE statement s SET status = 'authorised', authorisation_id = ${id}::uuid, bank_account_id = x.account, version = s.version + 1
      FROM unnest(${statements.map(({ statementId }) => statementId)}::uuid[], ${statements.map(({ bankAccountId }) => bankAccountId)}::uuid[]) AS x(id, account)
      WHERE s.id = x.id`;
    return { authorisationId: id, contentHash, statementCount, amountOre };
  },
  audit: ({ authorisationId, contentHash, statementCount, amountOre }, { content }) => ({
    type: 'authorisation',
    id: authorisationId,
    participantIds: [],
    detail: {
      payOn: content.payOn,
      contentHash,
      statementCount,
      amountOre,
      statementIds: content.statements.map(({ statementId }) => statementId),
    },
  }),
});
