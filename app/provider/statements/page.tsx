import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { StatementList } from '#components/statement/statement-list.tsx';
import { pageQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { providerStatements } from '#lib/server/statement/provider-statements.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.list');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function StatementsPage({ searchParams }: Props) {
  const actor = await requireActor('signatory', 'reporter', 'providerAdmin');
  const statements = await load(providerStatements, actor, pageQuery.parse(await searchParams));
  return (
    <PageBody>
      <StatementList statements={statements} />
    </PageBody>
  );
}
