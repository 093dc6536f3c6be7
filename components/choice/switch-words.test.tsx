import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ChoiceList } from '#components/choice/choice-list.tsx';
import { SwitchConsequences } from '#components/choice/switch-consequences.tsx';
import { choicesIn, NO_FILTER } from '#lib/domain/choice/choice-filter.ts';
import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import type { ChoiceListPage } from '#lib/domain/choice/choice-list-page.ts';
import type { OwnPlacement } from '#lib/domain/participant/own-situation.ts';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import { period } from '#lib/shared/period.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const messages = messagesFor('sv');
const { whiteSpot, confirm } = messages.choice;
const shown = (children: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="sv" messages={messages} timeZone="Europe/Stockholm">
      {children}
    </NextIntlClientProvider>,
  );

const NOBODY: ChoiceListPage = {
  cards: [],
  page: 1,
  pages: 1,
  total: 0,
  open: 0,
  relaxations: [],
  namedElsewhere: [],
  far: null,
  ...choicesIn([]),
};

const OFFICE: AreaOffice = {
  officeId: 'o',
  contractId: 'n',
  name: 'Nya',
  street: 'Gatan 1',
  place: 'Orten',
  phone: null,
  openingHours: null,
  ownWords: '',
  languages: [],
  forms: [],
  accessibility: [],
  presentation: null,
  contractFrom: plainDate('2024-06-05'),
  rating: { kind: 'none', because: 'notMeasured' },
  metres: null,
  participantsNow: 0,
  placesLeft: 1,
  closedBecause: null,
};

describe('where nobody can be chosen', () => {
  const list = (choosingFor: 'choose' | 'switch') =>
    shown(
      <ChoiceList list={NOBODY} filter={NO_FILTER} place={ownPlace(choosingFor)} homeKnown phone={null} />,
    );

  test('who waits for a provider is told what the authority does in the night', () => {
    expect(list('choose')).toContain(whiteSpot.look);
  });

  test('who has one and would switch is promised nothing that nobody does', () => {
    const page = list('switch');
    expect(page).toContain(whiteSpot.switchTitle);
    for (const promise of [whiteSpot.title, whiteSpot.authority, whiteSpot.look])
      expect(page).not.toContain(promise);
  });
});

describe('a switch', () => {
  const placement: OwnPlacement = {
    id: 'a',
    version: 1,
    decisionId: 'd',
    deliveryAreaId: 'Blekinge',
    contractId: 'c',
    provider: 'Gamla',
    street: '',
    place: '',
    phone: null,
    openingHours: null,
    from: plainDate('2026-05-18'),
    to: plainDate('2026-11-14'),
    end: null,
    coach: null,
    cover: null,
    hasPlan: false,
    assignedChoiceId: null,
    periods: [],
  };
  const consequences = (from: string) =>
    shown(
      <SwitchConsequences
        office={OFFICE}
        placement={placement}
        period={period(plainDate(from), placement.to)}
      />,
    );

  test('leaves the old provider to report what was done', () => {
    expect(consequences('2026-05-19')).toContain(confirm.finalReport);
  });

  test('before the placement begins leaves nothing to report', () => {
    expect(consequences('2026-05-18')).not.toContain(confirm.finalReport);
  });
});
