import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireCode } from '#lib/server/paper-code/code-request.ts';
import { ChooseList } from '../../../_choosing/choose-list.tsx';
import type { Search } from '../../../_choosing/door.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

export default async function CodeChoosePage({ searchParams }: { searchParams: Search }) {
  return <ChooseList door={{ actor: await requireCode(), base: '/code' }} search={searchParams} />;
}
