let next = 1;

/** A number of so many digits that no other builder of this database has got. */
export function uniqueDigits(length: number): string {
  next += 1;
  return `9${String(next).padStart(length - 1, '0')}`.slice(0, length);
}

/** An implementation reference as the authority gives them: below the portal's own, which begin at 900 000 000. */
export function uniqueReference(): string {
  return `3${uniqueDigits(9).slice(1)}`;
}
