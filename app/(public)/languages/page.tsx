import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LanguageList } from '#components/languages/language-list.tsx';
import { LanguageTexts } from '#components/languages/language-texts.tsx';
import { PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { parseLocale } from '#lib/shared/i18n/locale.ts';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('languages');
  return { title: t('title') };
}

/** What participants read, in which languages, and what of it a person has reviewed. */
export default async function LanguagesPage({ searchParams }: Props) {
  const asked = await searchParams;
  const language = parseLocale(asked['language']);
  if (language === null || language === 'sv') return <LanguageList />;
  const part = PARTICIPANT_FEATURES.find((feature) => feature === asked['part']) ?? PARTICIPANT_FEATURES[0];
  return <LanguageTexts language={language} part={part} />;
}
