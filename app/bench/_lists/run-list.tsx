import { PageBody } from '#components/frame/page-body.tsx';
import { StatementState } from '#components/payment/statement-state.tsx';
import { RunPage } from '#components/statement/run-page.tsx';
import type { RunView, StatementRow } from '#lib/domain/statement/statement-view.ts';
import { runStatementsQuery } from '#lib/schemas/statement.ts';
import { ore } from '#lib/shared/money.ts';
import { BenchStaffFrame } from './bench-staff-frame.tsx';
import { idOf, madeUp, nameOf, providerOf, TODAY } from './made-up.ts';

const AT = new Date('2026-11-12T11:00:00Z');

const RUN: RunView = {
  id: idOf(0),
  version: 2,
  cutOff: TODAY,
  state: 'proposed',
  startedAt: AT,
  startedBy: nameOf(1),
  finishedAt: AT,
  providersTotal: 72,
  providersDone: 72,
  statements: 72,
  netOre: ore(612_345_600),
  payableOre: ore(765_432_000),
};
const STATEMENTS = madeUp((index): StatementRow => {
  const netOre = ore(8_123_400 + index * 1_300);
  const vatOre = ore(Math.round(netOre / 4));
  return {
    id: idOf(index),
    provider: { name: providerOf(index), orgNo: String(5_590_000_000 + index) },
    cutOff: TODAY,
    status: 'proposed',
    proposedAt: AT,
    sums: {
      netOre,
      vatOre,
      balanceInOre: ore(0),
      roundingOre: ore(0),
      payableOre: ore(netOre + vatOre),
      balanceOutOre: ore(0),
    },
    lineCount: 40 + index,
  };
});
const QUERY = runStatementsQuery.parse({});

export function RunList({ rows }: { readonly rows: number }) {
  const statements = { items: STATEMENTS.slice(0, rows), total: RUN.statements, page: 1, pages: 2 };
  return (
    <BenchStaffFrame organisation="Arbetsförmedlingen" nav={['Avräkningar']}>
      <PageBody>
        <RunPage
          run={RUN}
          failure={null}
          failedProvider={null}
          statements={statements}
          query={QUERY}
          isSlow={false}
          formKey={idOf(0)}
          stateOf={({ id: statementId, cutOff, status, sums: { payableOre } }) => (
            <StatementState
              payment={{
                statementId,
                cutOff,
                status,
                payableOre,
                acceptBy: TODAY,
                payOn: TODAY,
                paidOn: null,
              }}
            />
          )}
        />
      </PageBody>
    </BenchStaffFrame>
  );
}
