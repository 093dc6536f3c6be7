import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { env } from '#lib/server/env.ts';

/** A page with nothing on it: what its scripts weigh is the framework's. It exists only where PORTAL_BENCH is 1. */
export default async function BarePage() {
  await connection();
  if (env().PORTAL_BENCH !== '1') notFound();
  return <main />;
}
