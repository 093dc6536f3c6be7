import type { AuthorisationContent } from '#lib/domain/payment/authorisation.ts';
import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import type { CheckQuery } from '#lib/schemas/payment.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { authorisable } from '#lib/server/payment/authorisable.ts';
import { listWindow } from '#lib/server/payment/list-window.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type AuthorisePreview = {
  readonly content: AuthorisationContent;
  readonly contentHash: string;
  /** As they were read, for the signature to hold to. */
  readonly versions: Readonly<Record<string, number>>;
  /** Chosen, and hindered since. */
  readonly left: readonly PayableRow[];
};

/** Exactly what a signature for a pay day would hold. */
export const authorisePreview = defineQuery({
  name: 'payment.previewAuthorisation',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (
    tx,
    { date, all, s }: CheckQuery & { readonly date: PlainDate },
    { today },
  ): Promise<AuthorisePreview | null> => {
    const { window, rows } = await listWindow(tx, date, today);
    if (window === null) return null;
    const chosen = rows.filter(({ statementId, obstacle }) =>
      all === '1' ? obstacle === null : s.includes(statementId),
    );
    const ready = chosen.filter(({ obstacle }) => obstacle === null);
    return {
      ...authorisable(date, ready),
      versions: Object.fromEntries(ready.map(({ statementId, version }) => [statementId, version])),
      left: chosen.filter(({ obstacle }) => obstacle !== null),
    };
  },
  reads: () => null,
});
