import { expect, test } from 'vitest';
import { askedMonths } from '#lib/domain/insight/asked-months.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-04-20');
const asked = (from: string | null, to: string | null) =>
  askedMonths({ from: from === null ? null : month(from), to: to === null ? null : month(to) }, TODAY);

test.each([
  ['nothing', null, null, '2025-05', '2026-04'],
  ['two months', '2026-01', '2026-03', '2026-01', '2026-03'],
  ['two the wrong way about', '2026-03', '2026-01', '2026-01', '2026-03'],
  ['a last one alone', null, '2026-03', '2025-04', '2026-03'],
  ['a first one alone', '2026-02', null, '2026-02', '2026-02'],
  ['more than three years', '2020-01', '2026-03', '2023-04', '2026-03'],
])('months asked with %s', (_, from, to, first, last) => {
  expect(asked(from, to)).toMatchObject({ from: first, to: last, since: `${first}-01` });
});
