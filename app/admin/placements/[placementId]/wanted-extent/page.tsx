import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageBody } from '#components/frame/page-body.tsx';
import { WantedExtentView } from '#components/wanted-extent/wanted-extent-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { setWantedExtent } from '#lib/server/wanted-extent/set-wanted-extent.ts';
import { showWantedExtent } from '#lib/server/wanted-extent/show-wanted-extent.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signal.wanted');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ placementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function WantedExtentRoute({ params, searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const { placementId } = await params;
  if (!z.uuid().safeParse(placementId).success) notFound();
  const { attempt: attemptId, done } = await searchParams;
  const attempt = await loadAttempt(actor, attemptId, setWantedExtent.name);
  const typed = attempt?.values['percent'] ?? null;
  return (
    <PageBody>
      <WantedExtentView
        page={await load(showWantedExtent, actor, { placementId, typed })}
        attempt={attempt}
        formKey={newId()}
        done={done !== undefined}
      />
    </PageBody>
  );
}
