import { expect, it } from 'vitest';
import { listHref } from '#components/admin/list-href.ts';

it('keeps what is chosen and leaves out what is at its default', () => {
  expect(listHref('/admin', { q: '', area: null, page: 1, before: undefined })).toBe('/admin');
  expect(listHref('/admin', { q: 'a & b', page: 2 })).toBe('/admin?q=a+%26+b&page=2');
});
