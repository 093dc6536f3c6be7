import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  missingInPresentation,
  type PresentationContent,
  presentationChanges,
} from '#lib/domain/administration/presentation.ts';
import { presentationRemarks } from '#lib/domain/administration/presentation-remarks.ts';

const CONTENT: PresentationContent = {
  goodAt: 'Vi känner arbetsgivare inom lager och vård.',
  support: ['individualMeeting'],
  fields: ['warehouse', 'care'],
  languages: ['sv', 'ar'],
  accessibility: ['lift'],
  gettingThere: 'Buss 3 till Torget, öppet 8.30–16.',
  firstMeeting: 'Vi ses i en timme och gör en plan.',
};

describe('what is pointed out in a presentation', () => {
  it.each([
    ['Vi är bäst i stan.', [['ranking', 'bäst']]],
    [
      'Sveriges ledande aktör, nummer ett.',
      [
        ['ranking', 'ledande'],
        ['ranking', 'nummer ett'],
      ],
    ],
    ['Skriv till hej@tallmo.example.', [['contact', 'hej@tallmo.example']]],
    [
      'Ring 021-40 05 10 eller 070-123 45 67.',
      [
        ['contact', '021-40 05 10'],
        ['contact', '070-123 45 67'],
      ],
    ],
    ['Läs på www.tallmo.example', [['contact', 'www.tallmo.example']]],
    ['Karin har 19900101-2385.', [['identityNumber', '19900101-2385']]],
    [
      'För dig med ångest eller ADHD.',
      [
        ['health', 'ångest'],
        ['health', 'ADHD'],
      ],
    ],
    ['Öppet 8.30–16.30, sedan 2019. Hus 12, våning 3.', []],
    ['Vi hjälper dig att hitta det bästa för dig.', [['ranking', 'bästa']]],
  ])('%s', (goodAt, expected) => {
    const found = presentationRemarks({ ...CONTENT, goodAt });
    expect(found.map(({ kind, words }) => [kind, words])).toEqual(expected);
  });

  it('never makes a mistake of a text without digits, signs or those words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ghjkw ]{0,200}$/), (goodAt) => {
        expect(presentationRemarks({ ...CONTENT, goodAt })).toEqual([]);
      }),
    );
  });
});

describe('a presentation', () => {
  it('lacks what participants need to know', () => {
    expect(missingInPresentation(CONTENT)).toEqual([]);
    const empty = { ...CONTENT, goodAt: '', support: [], fields: [], accessibility: [], firstMeeting: '' };
    expect(missingInPresentation(empty).map(({ pointer }) => pointer)).toEqual([
      '/goodAt',
      '/support',
      '/firstMeeting',
    ]);
  });

  it('differs from the one before in what was written, ticked and unticked', () => {
    expect(presentationChanges(CONTENT, CONTENT)).toEqual([]);
    expect(
      presentationChanges(CONTENT, {
        ...CONTENT,
        goodAt: 'Nytt',
        languages: ['sv', 'so'],
        fields: ['care', 'warehouse'],
      }),
    ).toEqual([
      { field: 'goodAt', kind: 'text', before: CONTENT.goodAt, after: 'Nytt' },
      { field: 'languages', kind: 'list', added: ['so'], removed: ['ar'] },
    ]);
  });
});
