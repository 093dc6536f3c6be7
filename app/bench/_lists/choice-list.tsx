import { AskPanel } from '#components/choice/ask-panel.tsx';
import { ChoiceList } from '#components/choice/choice-list.tsx';
import { DeadlinePanel } from '#components/choice/deadline-panel.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { WhoDoesWhat } from '#components/participant/who-does-what.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { NO_FILTER } from '#lib/domain/choice/choice-filter.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { idOf, madeUp, placeOf, providerOf, streetOf, TODAY } from './made-up.ts';

const NOON = Date.parse('2026-11-12T11:00:00Z');
const PHONE = '08-465 004 10';
const CARDS = madeUp(
  (index): ChoiceProvider => ({
    officeId: idOf(index),
    contractId: idOf(index + 1000),
    name: providerOf(index),
    street: streetOf(index),
    place: placeOf(index),
    phone: null,
    openingHours: null,
    ownWords: 'Vi har lång erfarenhet av industri, vård och transport, och träffar arbetsgivare varje vecka.',
    languages: ['sv', 'en', 'ar'],
    forms: ['onSite', 'video'],
    accessibility: [],
    presentation: null,
    contractFrom: plainDate('2024-06-05'),
    rating: { kind: 'none', because: 'notMeasured' },
    metres: 1200 + index * 340,
    participantsNow: 40 + index,
    placesLeft: 12,
  }),
);

export function ChoiceCards({ rows }: { readonly rows: number }) {
  const list = {
    cards: CARDS.slice(0, rows),
    page: 1,
    pages: 1,
    total: rows,
    open: rows,
    languages: ['sv', 'en', 'ar'],
    accessibility: [],
    support: [],
    fields: [],
    relaxations: [],
    namedElsewhere: [],
    far: null,
  };
  return (
    <ParticipantFrame
      trial
      home="/participant"
      account={{ person: { name: 'Astrid Lindqvist' }, logoutAction: '/api/session/logout' }}
      nav={['Start', 'Min planering', 'Vad som har rapporterats', 'Byt leverantör'].map((words, index) => ({
        href: `/bench/${index}`,
        words,
      }))}
      phone={PHONE}
      whoDoesWhat={<WhoDoesWhat />}
      session={{
        now: NOON,
        idleEndsAt: NOON + 1_800_000,
        absoluteEndsAt: NOON + 36_000_000,
        loginHref: '/login',
      }}
    >
      <PageBody>
        <PageHeading title="Välj vem som ska hjälpa dig" lead="Du väljer själv. Alla har samma uppdrag.">
          <p className="mt-4">Tjänsten börjar måndag 16 november.</p>
        </PageHeading>
        <div className="mb-16 grid gap-5 max-md:mb-10 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          <DeadlinePanel chooseBy={plainDate('2026-11-16')} today={TODAY} />
          <AskPanel place={ownPlace('choose')} />
        </div>
        <ChoiceList list={list} filter={NO_FILTER} place={ownPlace('choose')} homeKnown phone={PHONE} />
      </PageBody>
    </ParticipantFrame>
  );
}
