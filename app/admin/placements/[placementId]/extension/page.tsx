import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ExtensionDeskView } from '#components/extension/extension-desk-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { declineExtension, extendPlacement } from '#lib/server/placement-decision/extend-placement.ts';
import { prepareDecision } from '#lib/server/placement-decision/prepare-decision.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('extension.desk');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ExtensionPage({ params, searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const { attempt } = await searchParams;
  return (
    <PageBody>
      <ExtensionDeskView
        given={await load(prepareDecision, actor, { placementId })}
        attempt={
          (await loadAttempt(actor, attempt, extendPlacement.name)) ??
          (await loadAttempt(actor, attempt, declineExtension.name))
        }
        formKey={newId()}
      />
    </PageBody>
  );
}
