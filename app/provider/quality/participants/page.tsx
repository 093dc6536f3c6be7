import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { QualityListView } from '#components/quality/quality-list-view.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { qualityListInput } from '#lib/schemas/quality.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { qualityList } from '#lib/server/quality/quality-list.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quality');
  return { title: t('list.title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function QualityListPage({ searchParams }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const asked = qualityListInput.safeParse(await searchParams);
  const filter = asked.success ? asked.data : qualityListInput.parse({});
  const list = await load(qualityList, actor, filter);
  return (
    <PageBody>
      <QualityListView list={list} filter={filter} />
    </PageBody>
  );
}
