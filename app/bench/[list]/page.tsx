import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { env } from '#lib/server/env.ts';
import { ChoiceCards } from '../_lists/choice-list.tsx';
import { MOST_ROWS } from '../_lists/made-up.ts';
import { MonthList } from '../_lists/month-list.tsx';
import { ParticipantList } from '../_lists/participant-list.tsx';
import { PlacementList } from '../_lists/placement-list.tsx';
import { ProviderList } from '../_lists/provider-list.tsx';
import { ReviewList } from '../_lists/review-list.tsx';
import { RunList } from '../_lists/run-list.tsx';

export const metadata: Metadata = { title: 'Jämförelse', robots: { index: false } };

const LISTS: ReadonlyMap<string, (rows: number) => ReactNode> = new Map([
  ['month', (rows) => <MonthList rows={rows} />],
  ['participants', (rows) => <ParticipantList rows={rows} />],
  ['review', (rows) => <ReviewList rows={rows} />],
  ['placements', (rows) => <PlacementList rows={rows} />],
  ['run', (rows) => <RunList rows={rows} />],
  ['choose', (rows) => <ChoiceCards rows={rows} />],
  ['providers', (rows) => <ProviderList rows={rows} />],
]);

const query = z.object({ rows: z.coerce.number().int().min(1).max(MOST_ROWS).catch(50) });

type Props = {
  params: Promise<{ list: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/**
 * A list that the benchmark compares a real one with: the same components, frame and number of rows, from constants. Nobody
 * is logged in, nothing is read. It exists only where PORTAL_BENCH is 1.
 */
export default async function BenchPage({ params, searchParams }: Props) {
  await connection();
  const list = LISTS.get((await params).list);
  if (env().PORTAL_BENCH !== '1' || list === undefined) notFound();
  return list(query.parse(await searchParams).rows);
}
