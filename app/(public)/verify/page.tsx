import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifyView } from '#components/receipt/verify-view.tsx';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { readPublishedKeys } from '#lib/server/audit/published-keys.ts';
import { now } from '#lib/server/clock.ts';
import { env } from '#lib/server/env.ts';
import { openVerdict } from '#lib/server/receipt/sealed-verdict.ts';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt');
  return { title: t('title') };
}

export default async function VerifyPage({ searchParams }: Props) {
  const { result, wait, empty, pending } = await searchParams;
  const keys = await readPublishedKeys(auditFolder(env().PORTAL_DATA_DIR));
  const verdict = typeof result === 'string' ? openVerdict(result, now()) : null;
  const note = wait === '1' ? 'wait' : empty === '1' ? 'empty' : pending === '1' ? 'pending' : null;
  return <VerifyView verdict={verdict} note={note} keys={keys} />;
}
