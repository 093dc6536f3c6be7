import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PLACEMENT_DONE, PlacementView } from '#components/admin/placement-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { showPlacement } from '#lib/server/admin/show-placement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.placement');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function PlacementPage({ params, searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const { done } = await searchParams;
  const placement = await load(showPlacement, actor, { placementId });
  return (
    <PageBody>
      <PlacementView
        placement={placement}
        today={today()}
        done={PLACEMENT_DONE.find((one) => one === done) ?? null}
      />
    </PageBody>
  );
}
