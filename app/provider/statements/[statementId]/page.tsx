import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { StatementPage } from '#components/statement/statement-page.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { reportsMonths } from '#lib/domain/actor/reports-months.ts';
import { statementIdInput, statementQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { readStatement } from '#lib/server/statement/read-statement.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.list');
  return { title: t('statement') };
}

type Props = {
  params: Promise<{ statementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ProviderStatementPage({ params, searchParams }: Props) {
  const actor = await requireActor('signatory', 'reporter', 'providerAdmin');
  const path = statementIdInput.safeParse(await params);
  if (!path.success) notFound();
  const { statementId } = path.data;
  const query = statementQuery.parse(await searchParams);
  const { view } = await load(readStatement, actor, { statementId, ...query });
  const t = await getTranslations('statement');
  const title = t('view.title', { date: formatDate(view.cutOff, await getLocale()) });
  return (
    <PageBody>
      <StatementPage
        view={view}
        show={query.show}
        reader={{
          base: `/provider/statements/${statementId}`,
          isProvider: true,
          opensReports: reportsMonths(actor.role),
        }}
        breadcrumbs={
          <Breadcrumbs
            above={[{ href: '/provider/statements', words: t('list.title') }]}
            here={t('view.crumb', {
              title,
              provider: view.provider.name,
              orgNo: formatOrgNo(view.provider.orgNo),
            })}
          />
        }
      />
    </PageBody>
  );
}
