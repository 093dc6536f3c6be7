import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { SamplesView } from '#components/sampling/samples-view.tsx';
import { sampleListInput } from '#lib/schemas/sampling.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listSamples } from '#lib/server/sampling/list-samples.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sampling');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function SamplesPage({ searchParams }: Props) {
  const actor = await requireActor('reviewer', 'auditor');
  const list = await load(listSamples, actor, sampleListInput.parse(await searchParams));
  return (
    <PageBody>
      <SamplesView list={list} />
    </PageBody>
  );
}
