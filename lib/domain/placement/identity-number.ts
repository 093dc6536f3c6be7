import { parsePlainDate } from '#lib/shared/plain-date.ts';

/** What is wrong with an identity number: its shape, the date in it, or its last digit. */
export type IdentityNumberFault = 'shape' | 'date' | 'checkDigit';

/**
 * The first thing wrong with an identity number of twelve digits, or null. Coordination numbers have 60 added to the day
 * of the month. Source: folkbokföringslagen 18 and 18 a §§; file formats, "The files".
 */
export function identityNumberFault(number: string): IdentityNumberFault | null {
  if (!/^\d{12}$/.test(number)) return 'shape';
  const day = Number(number.slice(6, 8));
  const dayOfMonth = String(day > 60 ? day - 60 : day).padStart(2, '0');
  const date = parsePlainDate(`${number.slice(0, 4)}-${number.slice(4, 6)}-${dayOfMonth}`);
  if (date === null) return 'date';
  // The century is no part of the check: the digit is that of the ten-digit number.
  return hasCheckDigit(number.slice(2)) ? null : 'checkDigit';
}

/** Whether the last digit is the one that the others call for (Luhn's sum, ISO/IEC 7812-1). Digits only. */
export function hasCheckDigit(digits: string): boolean {
  return luhnSum(digits) % 10 === 0;
}

/** The digits with their check digit added (Luhn). */
export function withCheckDigit(digits: string): string {
  return `${digits}${(10 - (luhnSum(`${digits}0`) % 10)) % 10}`;
}

/** Whether it is an organisation number: ten digits with a right last one, the third at least 2 (which tells it from a person's). */
export function isOrganisationNumber(number: string): boolean {
  return /^\d{2}[2-9]\d{7}$/.test(number) && hasCheckDigit(number);
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
