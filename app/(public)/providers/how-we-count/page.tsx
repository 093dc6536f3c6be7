import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HowWeCount } from '#components/choice/search/how-we-count.tsx';
import { measuringWindow } from '#lib/domain/rating/measuring-window.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { summariseRatings } from '#lib/server/rating/summarise-ratings.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rating.page');
  return { title: t('title'), robots: { index: true, follow: true } };
}

export default async function HowWeCountPage() {
  const summary = await summariseRatings(database());
  return <HowWeCount window={measuringWindow(summary.measuredOn ?? today())} summary={summary} />;
}
