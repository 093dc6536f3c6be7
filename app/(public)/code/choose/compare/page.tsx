import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCode } from '#lib/server/paper-code/code-request.ts';
import type { Search } from '../../../../_choosing/door.ts';
import { CompareFrom } from '../../../../_choosing/office.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.compare');
  return { title: t('title') };
}

export default async function CodeComparePage({ searchParams }: { searchParams: Search }) {
  const door = { actor: await requireCode(), base: '/code' };
  return <CompareFrom door={door} choosingFor="choose" search={searchParams} />;
}
