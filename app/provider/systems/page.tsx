import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { SystemsView } from '#components/systems/systems-view.tsx';
import { listSystems } from '#lib/server/api-client/systems-queries.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

type Props = { searchParams: Search };

export default async function SystemsPage({ searchParams }: Props) {
  const actor = await requireActor('providerAdmin', 'signatory');
  const systems = await load(listSystems, actor, {});
  const { done } = await searchParams;
  return (
    <PageBody>
      <SystemsView {...systems} isRemoved={done === 'removed'} />
    </PageBody>
  );
}
