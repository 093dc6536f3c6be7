const MIB = 1024 * 1024;

/** What a file may cost before it is refused. A month of 3 600 participants is some 22 000 rows and 12 MiB unpacked. */
export const READ_LIMITS = {
  /** Bytes of a file as it is sent. */
  file: 10 * MIB,
  /** Bytes of a workbook as it is unpacked, all parts together. */
  inflated: 48 * MIB,
  /** How many times a part of more than a mebibyte may grow when it is unpacked. Real sheets stay below 100. */
  ratio: 300,
  parts: 500,
  sheets: 30,
  rows: 30_000,
  /** Cells of a row that are looked at. */
  cells: 200,
  /** Characters of a cell. */
  text: 2000,
  /** Merged cells of a sheet that are looked at. */
  merges: 5000,
  seconds: 30,
  /** Of the reading thread's heap. */
  heapMiB: 160,
} as const;

export const MOST_INFLATED_MIB = READ_LIMITS.inflated / MIB;
