let next = 1;

/** A number of so many digits that no other builder of this database has got. */
export function uniqueDigits(length: number): string {
  next += 1;
  return `9${String(next).padStart(length - 1, '0')}`.slice(0, length);
}
