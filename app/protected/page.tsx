import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TakeOnView } from '#components/protected-identity/take-on-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { takeOnProtected } from '#lib/server/protected-identity/take-on-protected.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('protected-identity.takeOn');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function TakeOnPage({ searchParams }: Props) {
  const actor = await requireActor('caseworker');
  const { attempt } = await searchParams;
  return <TakeOnView formKey={newId()} attempt={await loadAttempt(actor, attempt, takeOnProtected.name)} />;
}
