import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodePage } from '#components/paper-code/code-page.tsx';
import { CODE_TROUBLES } from '#lib/domain/paper-code/paper-code.ts';
import type { Search } from '../../_choosing/door.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('paper-code.page');
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** Where a code on paper is typed, and where it leads back to when it opens nothing. */
export default async function TypeCodePage({ searchParams }: { searchParams: Search }) {
  const { trouble, done } = await searchParams;
  const why = CODE_TROUBLES.find((each) => each === trouble) ?? null;
  return <CodePage trouble={why} done={done !== undefined} />;
}
