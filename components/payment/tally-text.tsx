import { Amount } from '#components/ui/amount.tsx';
import type { Tally } from '#lib/domain/payment/payment-view.ts';

/** How many, and how much under it; a dash where there are none. */
export function TallyText({ tally }: { tally: Tally }) {
  if (tally.statements === 0) return <span className="text-ink-3">–</span>;
  return (
    <>
      {tally.statements}
      <small>
        <Amount value={tally.amountOre} />
      </small>
    </>
  );
}
