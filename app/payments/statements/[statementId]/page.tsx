import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { StatementPage } from '#components/statement/statement-page.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { statementIdInput, statementQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { readStatement } from '#lib/server/statement/read-statement.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.list');
  return { title: t('statement') };
}

type Props = {
  params: Promise<{ statementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function PayerStatementPage({ params, searchParams }: Props) {
  const actor = await requireActor('payer');
  const path = statementIdInput.safeParse(await params);
  if (!path.success) notFound();
  const { statementId } = path.data;
  const query = statementQuery.parse(await searchParams);
  const { view } = await load(readStatement, actor, { statementId, ...query });
  const t = await getTranslations('statement.run');
  return (
    <PageBody>
      <StatementPage
        view={view}
        show={query.show}
        reader={{ base: `/payments/statements/${statementId}`, isProvider: false, opensReports: false }}
        breadcrumbs={
          <Breadcrumbs above={[{ href: '/payments', words: t('crumb') }]} here={view.provider.name} />
        }
      />
    </PageBody>
  );
}
