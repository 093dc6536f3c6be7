import { describe, expect, it } from 'vitest';
import { ROLES } from '#lib/domain/actor/role.ts';
import { exportColumns, exportSheet } from '#lib/domain/export/export-columns.ts';
import { EXPORT_KINDS, exportKindsOf } from '#lib/domain/export/export-kind.ts';

describe('what may be taken out of the portal', () => {
  it('is everything of one’s own for those who answer for it, and nothing for anybody else', () => {
    const all = ['reporter', 'signatory', 'providerAdmin'];
    for (const role of ROLES) expect(exportKindsOf(role)).toEqual(all.includes(role) ? EXPORT_KINDS : []);
  });

  it.each(EXPORT_KINDS)('%s begins with whom it is about, and each column has its own name', (kind) => {
    const columns = exportColumns(kind);
    expect(columns.slice(0, 3).map(({ key }) => key)).toEqual(['implementationReference', 'name', 'office']);
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    expect(new Set(columns.map(({ head }) => head)).size).toBe(columns.length);
    // What a spreadsheet takes as the name of a sheet.
    expect(exportSheet(kind)).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});
