import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ProviderView } from '#components/insight/provider-view.tsx';
import { oneProviderInput } from '#lib/schemas/insight.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showProvider } from '#lib/server/insight/provider-page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review-insight.provider');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ providerId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ProviderPage({ params, searchParams }: Props) {
  const actor = await requireActor('reviewer', 'auditor');
  const asked = oneProviderInput.safeParse({ ...(await searchParams), ...(await params) });
  if (!asked.success) notFound();
  return (
    <PageBody>
      <ProviderView page={await load(showProvider, actor, asked.data)} />
    </PageBody>
  );
}
