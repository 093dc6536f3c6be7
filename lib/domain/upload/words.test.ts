import { expect, test } from 'vitest';
import { cellFaultWords } from '#lib/domain/upload/cell-fault.ts';
import { fileFaultWords } from '#lib/domain/upload/file-fault.ts';
import { fileNoteWords } from '#lib/domain/upload/file-note.ts';

test('what is wrong with a whole file is said with what to do, in both languages', () => {
  const fault = { code: 'columnsMissing', facts: { names: ['minutes'], unknown: ['minuter'] } } as const;
  expect(fileFaultWords(fault)).toEqual({
    message: 'Filen saknar kolumnen minutes. Det här känner vi inte igen: ”minuter”.',
    fix: 'Ge kolumnerna samma namn som i mallen. Ordningen spelar ingen roll.',
  });
  expect(fileFaultWords(fault, 'en').message).toBe(
    'The file lacks the column minutes. We do not know these: ”minuter”.',
  );
});

test('a cell that became a date says which', () => {
  expect(cellFaultWords('cellDate', { value: '1900-02-29' }).message).toBe(
    'Kalkylprogrammet har gjort om cellen till ett datum (1900-02-29).',
  );
});

test('long lists of rows are cut', () => {
  const rows = Array.from({ length: 30 }, (_, n) => n + 2);
  expect(fileNoteWords({ code: 'rowsNotFilledIn', facts: { count: 30, rows } })).toMatch(/20, 21 …\.$/);
});
