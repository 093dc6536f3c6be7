import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmClosed, ConfirmNothing, ConfirmReceipt } from '#components/evidence/confirm-closed.tsx';
import { ConfirmView } from '#components/evidence/confirm-view.tsx';
import { database } from '#lib/server/db/client.ts';
import { answerConfirmation } from '#lib/server/evidence/answer-confirmation.ts';
import { employerOf, openConfirmation } from '#lib/server/evidence/open-confirmation.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('evidence.confirm');
  // Secret addresses are told to nobody else: neither to search engines nor to what a page links to.
  return { title: t('pageTitle'), robots: { index: false, follow: false }, referrer: 'same-origin' };
}

type Props = {
  params: Promise<{ secret: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** An employer's one-time link. Opening it changes nothing: programs that look at mails do so, too. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { secret } = await params;
  const employer = await employerOf(database(), secret);
  // As any other page of a link: what Next shows for "not found" needs a script.
  if (employer === null) return <ConfirmNothing />;
  const { asked, state, today } = await load(openConfirmation, employer, null);
  const { attempt, done } = await searchParams;
  if (state === 'answered' && done !== undefined) return <ConfirmReceipt asked={asked} />;
  if (state !== 'open') return <ConfirmClosed asked={asked} state={state} />;
  const kept = await loadAttempt(employer, attempt, answerConfirmation.name);
  return <ConfirmView asked={asked} secret={secret} attempt={kept} formKey={newId()} today={today} />;
}
