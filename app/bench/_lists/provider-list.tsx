import { PublicProviderList } from '#components/choice/public-provider-list.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import type { PublicContract } from '#lib/domain/choice/public-contract.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { madeUp, placeOf, providerOf } from './made-up.ts';

const CONTRACTS = madeUp(
  (index): PublicContract => ({
    kaNumber: String(10_000_000 + index * 7919),
    provider: providerOf(index),
    area: placeOf(index),
    places: [placeOf(index), placeOf(index + 1)],
    languages: ['sv', 'en', 'ar'],
    from: plainDate('2024-06-05'),
  }),
);
const AREAS = ['Blekinge', 'Umeå', 'Västerås'];

export function ProviderList({ rows }: { readonly rows: number }) {
  const providers = { contracts: CONTRACTS.slice(0, rows), areas: AREAS, total: 98, page: 1, pages: 2 };
  return (
    <ParticipantFrame trial home="/" footLinks={[{ href: '/login', words: 'Logga in' }]}>
      <PageBody>
        <PublicProviderList providers={providers} q="" area={null} />
      </PageBody>
    </ParticipantFrame>
  );
}
