import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { OwnClaims } from '#components/payment/own-claims.tsx';
import { StatementState } from '#components/payment/statement-state.tsx';
import { StatementList } from '#components/statement/statement-list.tsx';
import { pageQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { ownClaims } from '#lib/server/payment/claims.ts';
import { statementPayments } from '#lib/server/payment/statement-payments.ts';
import { providerStatements } from '#lib/server/statement/provider-statements.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.list');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function StatementsPage({ searchParams }: Props) {
  const actor = await requireActor('signatory', 'reporter', 'providerAdmin');
  const statements = await load(providerStatements, actor, pageQuery.parse(await searchParams));
  const statementIds = statements.items.map(({ id }) => id);
  const payments = await load(statementPayments, actor, { statementIds });
  const claims = await load(ownClaims, actor, {});
  return (
    <PageBody>
      <OwnClaims claims={claims} />
      <StatementList
        statements={statements}
        stateOf={({ id }) => {
          const payment = payments.get(id);
          return payment !== undefined && <StatementState payment={payment} />;
        }}
      />
    </PageBody>
  );
}
