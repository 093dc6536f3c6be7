import { expect, test } from 'vitest';
import { columnsInUse } from '#lib/domain/month-grid/columns.ts';
import { rows } from '#lib/domain/report/testing/checked.ts';

const none = { planned: null, contents: [], unread: [] };

test('what is planned has a column on site, own work one without form', () => {
  expect(columnsInUse([{ ...none, planned: ['mapping', 'ownWork'] }])).toEqual([
    'ownWork:none',
    'mapping:onSite',
  ]);
});

test('what is reported or logged in another form, or cannot be read, has its own', () => {
  const contents = [
    rows({ activity: 'ownWork', form: 'video', minutes: 30 }),
    rows({ activity: 'health', form: 'phone', minutes: 15 }),
  ];
  const unread = [{ field: 'information:video' }, { field: 'languageSupport' }];
  expect(columnsInUse([{ planned: ['mapping'], contents, unread }, none])).toEqual([
    'ownWork:video',
    'information:video',
    'mapping:onSite',
    'health:phone',
  ]);
});
