import { headers } from 'next/headers';
import { database } from '#lib/server/db/client.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';

/** Whether one more page of the public search may be read from where the request comes. */
export async function withinPublicPages(): Promise<boolean> {
  return (await takeToken(database(), limits.providerPages, addressSubject(await headers()))).ok;
}
