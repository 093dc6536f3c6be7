import { expect, test } from 'vitest';
import { fieldId } from '#components/ui/field-id.ts';

test('a name in a form and the pointer of a problem lead to the same field', () => {
  expect(fieldId('rows.3.minutes')).toBe('field-rows-3-minutes');
  expect(fieldId('rows[3][minutes]')).toBe(fieldId('/rows/3/minutes'));
  expect(fieldId('rows.3.minutes')).toBe(fieldId('/rows/3/minutes'));
});

test('different fields have different ids', () => {
  expect(fieldId('/rows/3')).not.toBe(fieldId('/rows/31'));
});
