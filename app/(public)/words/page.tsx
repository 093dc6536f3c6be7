import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WordListView } from '#components/word-list/word-list-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('word-list');
  return { title: t('title'), robots: { index: true, follow: true } };
}

export default function WordsPage() {
  return <WordListView />;
}
