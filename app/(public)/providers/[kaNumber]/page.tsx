import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ContractPage } from '#components/choice/search/contract-page.tsx';
import { kaNumberText } from '#lib/schemas/provider-search.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { findPublicContract } from '#lib/server/provider-search/list-public-providers.ts';

type Props = { params: Promise<{ kaNumber: string }> };

const findContract = cache(async (kaNumber: string) =>
  kaNumberText.safeParse(kaNumber).success ? await findPublicContract(database(), kaNumber, today()) : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const contract = await findContract((await params).kaNumber);
  return contract === null ? {} : { title: contract.provider, robots: { index: true, follow: true } };
}

export default async function ProviderPage({ params }: Props) {
  const contract = await findContract((await params).kaNumber);
  if (contract === null) notFound();
  return <ContractPage contract={contract} today={today()} />;
}
