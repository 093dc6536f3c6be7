import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PROTECTED_DONE, ProtectedCaseView } from '#components/protected-identity/protected-case-view.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { OPENING_ROLES } from '#lib/domain/protected-identity/protected-identity.ts';
import { protectedPageInput } from '#lib/schemas/protected-identity.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { answerLift, askLift } from '#lib/server/protected-identity/lift-protection.ts';
import { nameForProtected } from '#lib/server/protected-identity/name-for-protected.ts';
import { openProtected, showOpened } from '#lib/server/protected-identity/open-protected.ts';
import { showProtected } from '#lib/server/protected-identity/show-protected.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('protected-identity');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ participantId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ProtectedPage({ params, searchParams }: Props) {
  const actor = await requireActor(...OPENING_ROLES);
  const search = await searchParams;
  const asked = protectedPageInput.safeParse({ ...(await params), reveal: search['reveal'] });
  if (!asked.success) notFound();
  const { participantId, reveal } = asked.data;
  const view = await load(showProtected, actor, { participantId });
  const look =
    reveal === undefined ? undefined : await load(showOpened, actor, { participantId, revealId: reveal });
  const { attempt } = search;
  const attempts = {
    open: await loadAttempt(actor, attempt, openProtected.name),
    name: await loadAttempt(actor, attempt, nameForProtected.name),
    ask: await loadAttempt(actor, attempt, askLift.name),
    lift: await loadAttempt(actor, attempt, answerLift.name),
  };
  return (
    <>
      <AttemptSummary attempt={attempts.open ?? attempts.name ?? attempts.ask ?? attempts.lift} />
      <ProtectedCaseView
        view={view}
        personId={actor.personId}
        opened={look?.identity}
        attempts={attempts}
        done={PROTECTED_DONE.find((what) => what === search['done']) ?? null}
        formKey={newId()}
      />
    </>
  );
}
