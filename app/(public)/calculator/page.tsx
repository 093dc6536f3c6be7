import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalculatorView } from '#components/calculator/calculator-view.tsx';
import { today } from '#lib/server/clock.ts';
import { calculatorPage } from '#lib/server/compensation/calculator-page.ts';
import { publishedAgreements } from '#lib/server/compensation/published-agreements.ts';
import { database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calculator');
  return {
    title: t('title'),
    robots: { index: true, follow: true },
    alternates: { canonical: '/calculator' },
  };
}

export default async function CalculatorPage({ searchParams }: Props) {
  const given = Object.entries(await searchParams).map(([name, value]): [string, string] => [
    name,
    (Array.isArray(value) ? value.at(-1) : value) ?? '',
  ]);
  const agreements = await publishedAgreements(database());
  const page = calculatorPage(new URLSearchParams(given), agreements, today());
  return (
    <CalculatorView
      {...page}
      agreements={agreements.map(({ id, name }) => ({ id, name }))}
      endpoint={`${env().PORTAL_URL}/api/v1/compensation/evaluate`}
    />
  );
}
