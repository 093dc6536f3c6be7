import { ProviderList as PublicList } from '#components/choice/search/provider-list.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import type { PublicOffice, RatedContract } from '#lib/domain/provider-search/public-contract.ts';
import { providerSearchQuery } from '#lib/schemas/provider-search.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { idOf, madeUp, placeOf, providerOf, streetOf } from './made-up.ts';

function officeAt(index: number): PublicOffice {
  return {
    street: streetOf(index),
    place: placeOf(index),
    lat: 59.6,
    lon: 16.5,
    phone: null,
    openingHours: null,
    forms: ['onSite'],
    accessibility: [],
  };
}

const CONTRACTS = madeUp(
  (index): RatedContract => ({
    contractId: idOf(index),
    kaNumber: String(10_000_000 + index * 7919),
    provider: providerOf(index),
    area: placeOf(index),
    languages: ['sv', 'en', 'ar'],
    from: plainDate('2024-06-05'),
    to: null,
    ownWords: '',
    offices: [officeAt(index), officeAt(index + 1)],
    metres: null,
    rating: { kind: 'none', because: 'notMeasured' },
  }),
);
const CHOICES = {
  areas: ['Blekinge', 'Umeå', 'Västerås'],
  languages: ['sv', 'en', 'ar', 'so', 'uk'],
  accessibility: ['stepFree', 'lift'],
};
const QUERY = providerSearchQuery.parse({});

export function ProviderList({ rows }: { readonly rows: number }) {
  const providers = { contracts: CONTRACTS.slice(0, rows), total: 98, page: 1, pages: 2 };
  return (
    <ParticipantFrame trial home="/" footLinks={[{ href: '/login', words: 'Logga in' }]}>
      <PageBody>
        <PublicList providers={providers} choices={CHOICES} query={QUERY} place={null} />
      </PageBody>
    </ParticipantFrame>
  );
}
