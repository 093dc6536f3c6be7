import { queryOptions } from '@tanstack/react-query';
import type { CaseRef } from '#lib/domain/review/case.ts';
import type { Present } from '#lib/domain/review/presence.ts';

const EVERY_MS = 15_000;
const PATH = '/api/review/presence';

async function send(body: object, rest: RequestInit): Promise<Response> {
  return await fetch(PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    ...rest,
  });
}

async function beat(of: CaseRef, signal: AbortSignal): Promise<readonly Present[]> {
  const response = await send(of, { signal });
  if (!response.ok) throw new Error(`Who has the case open answered ${response.status}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own route, whose query has this type
  return (await response.json()) as readonly Present[];
}

/** Says that the case is open here, and who else has it open, a few times a minute while the page is looked at. */
export function presenceOptions(of: CaseRef) {
  return queryOptions({
    queryKey: ['reviewPresence', of.kind, of.id],
    queryFn: async ({ signal }) => await beat(of, signal),
    staleTime: 0,
    refetchInterval: EVERY_MS,
    refetchOnWindowFocus: true,
  });
}

/** Says that it is not open here any longer; what does not arrive is over in a minute anyway. */
export function leaveCase(of: CaseRef): void {
  send({ ...of, leave: true }, { keepalive: true }).catch(() => undefined);
}
