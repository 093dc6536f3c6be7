import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import { scanSheet, type SheetTraits } from '#lib/server/files/scan-sheet.ts';
import { visitParts } from '#lib/server/files/zip-parts.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A sheet of a workbook, in the workbook's own order. */
export type WorkbookSheet = {
  /** Its place among all sheets. */
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly traits: SheetTraits;
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]{1,6}|\w{2,4});/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const code =
      entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function attribute(attributes: string, name: string): string {
  return decoded(new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}(\\s[^<>]*)>`, 'g'))].map(
    ([, found]) => found ?? '',
  );
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function resolved(from: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folderOf(from)}${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** What kind of archive it is when it is no workbook that can be read. */
function refusalOf(parts: ReadonlySet<string>): FileFault | null {
  if (parts.has('xl/workbook.bin')) return { code: 'fileBinaryExcel', facts: {} };
  if (parts.has('xl/vbaproject.bin')) return { code: 'fileMacros', facts: {} };
  if (parts.has('content.xml') && parts.has('mimetype')) return { code: 'fileOpenDocument', facts: {} };
  if (!parts.has('[content_types].xml')) return { code: 'fileUnknown', facts: {} };
  return parts.has('xl/workbook.xml') ? null : { code: 'fileUnknown', facts: {} };
}

const SMALL = /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels)$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const WORKBOOK = 'xl/workbook.xml';

/**
 * Looks through a workbook before it is read: whether it is one, whether it can be unpacked within the limits, which
 * sheets it has and what the reader of values does not tell about them.
 */
export function inspectWorkbook(bytes: Buffer): Result<readonly WorkbookSheet[], FileFault> {
  const names = new Set<string>();
  const texts = new Map<string, string>();
  const traits = new Map<string, SheetTraits>();
  let declares = false;
  const visited = visitParts(bytes, (name, content) => {
    names.add(name.toLowerCase());
    // No workbook declares a document type; entities that grow are all that one is good for.
    if (name.endsWith('.xml') && (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')))
      declares = true;
    if (SMALL.test(name)) texts.set(name.toLowerCase(), content.toString('utf8'));
    if (SHEET.test(name)) traits.set(name.toLowerCase(), scanSheet(content));
  });
  if (!visited.ok) return visited;
  const refusal = refusalOf(names);
  if (refusal !== null) return err(refusal);
  if (declares) return err({ code: 'fileDamaged', facts: {} });
  const targets = new Map(
    elements(texts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((relationship) => [
      attribute(relationship, 'Id'),
      resolved(WORKBOOK, attribute(relationship, 'Target')).toLowerCase(),
    ]),
  );
  return ok(
    elements(texts.get(WORKBOOK) ?? '', 'sheet').flatMap((sheet, index): WorkbookSheet[] => {
      const found = traits.get(targets.get(attribute(sheet, 'id')) ?? '');
      const state = attribute(sheet, 'state');
      const hidden = state === 'hidden' || state === 'veryHidden';
      return found === undefined ? [] : [{ index, name: attribute(sheet, 'name'), hidden, traits: found }];
    }),
  );
}
