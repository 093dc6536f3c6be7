import { expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import { maySettle } from '#lib/domain/document/settled-with.ts';

const settledBy = (mandate: 'assess' | 'decide' | null) =>
  DOCUMENT_KINDS.filter((kind) => kind !== 'finalReport' && maySettle(kind, 'assess', mandate));

test('who assesses settles what happened and what was told; days of service are decided', () => {
  expect(settledBy('assess')).toEqual(['deviationReport', 'informativeReport', 'supportedEmployment']);
  expect(settledBy('decide')).toHaveLength(6);
  expect(settledBy(null)).toEqual([]);
});

test('what is handed up is still settled with its own mandate', () => {
  expect(maySettle('deviationReport', 'decide', 'assess')).toBe(true);
  expect(maySettle('extension', 'decide', 'assess')).toBe(false);
});
