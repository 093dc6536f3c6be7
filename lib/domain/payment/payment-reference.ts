import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The digit that makes a row of digits pass the modulus-10 check (Luhn), as Swedish payment references do. */
function checkDigit(digits: string): number {
  const sum = digits
    .split('')
    .toReversed()
    .map((digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return product > 9 ? product - 9 : product;
    })
    .reduce((total, value) => total + value, 0);
  return (10 - (sum % 10)) % 10;
}

/**
 * The reference of a statement's payment: organisation number, cut-off and a check digit, nineteen digits. A provider has
 * one statement for each cut-off, so that it is the statement's own, and the same whenever a payment file is made.
 */
export function paymentReference(statement: { readonly orgNo: string; readonly cutOff: PlainDate }): string {
  const digits = `${statement.orgNo}${statement.cutOff.replaceAll('-', '')}`;
  return `${digits}${checkDigit(digits)}`;
}
