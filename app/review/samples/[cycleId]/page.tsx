import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { SampleView } from '#components/sampling/sample-view.tsx';
import { samplePageInput } from '#lib/schemas/sampling.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { readSample } from '#lib/server/sampling/read-sample.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sampling');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function SamplePage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer', 'auditor');
  const asked = samplePageInput.safeParse({ ...(await searchParams), ...(await params) });
  if (!asked.success) notFound();
  return (
    <PageBody>
      <SampleView sample={await load(readSample, actor, asked.data)} />
    </PageBody>
  );
}
