import { expect, test } from 'vitest';
import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';

test.each([
  ['90', 90],
  [' 90 ', 90],
  ['1 260', 1260],
  ['1\u00A0260', 1260],
  ['1:30', 90],
  ['01:30:00', 90],
  ['120:15', 7215],
  ['1,5 tim', 90],
  ['1.5 h', 90],
  ['2h', 120],
  ['2 timmar', 120],
  ['1 h 30', 90],
  ['1 tim 30 min', 90],
  ['45 min', 45],
  ['0,25 TIM', 15],
  ['1,50 h', 90],
])('%j is %i minutes', (text, minutes) => {
  expect(readMinutesText(text)).toEqual({ kind: 'minutes', minutes });
});

test.each(['', '  ', '\u00A0', '0', '0:00', '00:00:00', '0 min', '0 h', '0,00', '-', '–'])(
  '%j is nothing done',
  (text) => {
    expect(readMinutesText(text)).toEqual({ kind: 'nothing' });
  },
);

test.each([
  ['1,5', 150],
  ['8.0', 800],
  ['15,00', 1500],
  ['0,75', 75],
  ['1.260', 126],
])('%j could be hours or minutes', (text, hundredths) => {
  expect(readMinutesText(text)).toEqual({ kind: 'bareDecimal', hundredths });
});

test.each([
  '-15',
  'sjuk',
  '1:60',
  '1:30:30',
  '1,33 h',
  '1,5 h 30',
  '1e3',
  '#REF!',
  '=A1',
  '1:5',
  '½ tim',
  'min',
  'h',
  '1 2',
  '0,0625',
])('%j is no whole number of minutes', (text) => {
  expect(readMinutesText(text)).toEqual({ kind: 'other' });
});
