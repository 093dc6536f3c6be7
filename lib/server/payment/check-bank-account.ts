import Kontonummer from 'kontonummer';
import type { BankAccountNumber } from '#lib/domain/payment/bank-account.ts';
import type { RequestBankAccountInput } from '#lib/schemas/payment.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export type CheckedBankAccount = BankAccountNumber & {
  /** Whether the bank's own check digit tells that the number is right. Some old savings bank accounts have none. */
  readonly verified: boolean;
};

/** What people write between the digits. */
const BETWEEN = /[\s\u2010-\u2015.,-]/g;

function problemOf(
  field: keyof RequestBankAccountInput,
  code: string,
  message: string,
  fix: string,
): FieldProblem {
  return { pointer: `/${field}`, code, message, fix };
}

function clearingProblem(clearing: string): FieldProblem | null {
  if (clearing === '')
    return problemOf(
      'clearingNumber',
      'required',
      'Clearingnumret saknas.',
      'Det är de fyra första siffrorna, hos Swedbank ibland fem.',
    );
  if (!/^\d+$/.test(clearing))
    return problemOf(
      'clearingNumber',
      'notDigits',
      'Clearingnumret ska bara ha siffror.',
      'Ta bort bokstäver och andra tecken.',
    );
  // Five digits are the savings banks' alone, whose numbers begin with 8.
  const most = clearing.startsWith('8') ? 5 : 4;
  if (clearing.length < 4 || clearing.length > most)
    return problemOf(
      'clearingNumber',
      'wrongLength',
      `Clearingnumret ska ha ${most === 5 ? 'fyra eller fem' : 'fyra'} siffror.`,
      clearing.length > most
        ? 'Skriv resten i fältet för kontonummer.'
        : 'Se efter på kontoutdraget eller hos banken.',
    );
  try {
    Kontonummer.getSortingCodeInfo(clearing);
  } catch {
    return problemOf(
      'clearingNumber',
      'unknownBank',
      'Ingen bank har det clearingnumret.',
      'Se efter på kontoutdraget eller hos banken.',
    );
  }
  if (!holdsTogether(clearing))
    return problemOf(
      'clearingNumber',
      'wrongCheckDigit',
      'Clearingnumrets femte siffra stämmer inte.',
      'Se efter på kontoutdraget, eller skriv bara de fyra första.',
    );
  return null;
}

/** Whether the fifth digit of a savings bank's clearing number checks the other four; of four digits nothing does. */
function holdsTogether(clearing: string): boolean {
  try {
    Kontonummer.parse(clearing, '0000000000', { mode: 'lax' });
    return true;
  } catch {
    return false;
  }
}

function lengthWords(least: number, most: number): string {
  return least === most ? `${most} siffror` : `${least}–${most} siffror`;
}

function accountProblem(account: string): FieldProblem | null {
  if (account === '')
    return problemOf('accountNumber', 'required', 'Kontonumret saknas.', 'Skriv det utan clearingnummer.');
  if (!/^\d+$/.test(account))
    return problemOf(
      'accountNumber',
      'notDigits',
      'Kontonumret ska bara ha siffror.',
      'Ta bort bokstäver och andra tecken.',
    );
  return null;
}

/** The bounds of an account number at a bank: the banks' own table, in which the first type has seven digits after the clearing number. */
function boundsOf(clearing: string): {
  readonly least: number;
  readonly most: number;
  readonly hasCheckDigit: boolean;
} {
  const bank = Kontonummer.getSortingCodeInfo(clearing);
  if (bank.type === 1) return { least: 7, most: 7, hasCheckDigit: true };
  const most = clearing.startsWith('8') && clearing.length === 5 ? 10 : (bank.accountMaxLength ?? 10);
  // At savings banks with clearing numbers from 8 there are accounts that are shorter and have no check digit.
  const isSavingsBank = clearing.startsWith('8');
  return { least: isSavingsBank ? 2 : (bank.accountMinLength ?? 2), most, hasCheckDigit: !isSavingsBank };
}

/**
 * A bank account as the banks' own rules read it (Bankgirot's table in `kontonummer`), or what is wrong with it, field by
 * field. Spaces and hyphens do not matter. A savings bank account whose check digit does not hold may still be right: it
 * comes back unverified, to be looked at once more.
 */
export function checkBankAccount(
  given: RequestBankAccountInput,
): Result<CheckedBankAccount, readonly FieldProblem[]> {
  const clearingNumber = given.clearingNumber.replaceAll(BETWEEN, '');
  const accountNumber = given.accountNumber.replaceAll(BETWEEN, '');
  const faults = [clearingProblem(clearingNumber), accountProblem(accountNumber)].filter(
    (fault) => fault !== null,
  );
  if (faults.length > 0) return err(faults);
  const { least, most, hasCheckDigit } = boundsOf(clearingNumber);
  const { bankName } = Kontonummer.getSortingCodeInfo(clearingNumber);
  if (accountNumber.length < least || accountNumber.length > most) {
    const words = `Ett kontonummer hos ${bankName} har ${lengthWords(least, most)} efter clearingnumret. Det här har ${accountNumber.length}.`;
    return err([
      problemOf('accountNumber', 'wrongLength', words, 'Se efter på kontoutdraget eller hos banken.'),
    ]);
  }
  const verified = Kontonummer.valid(clearingNumber, accountNumber);
  if (!verified && hasCheckDigit) {
    return err([
      problemOf(
        'accountNumber',
        'wrongCheckDigit',
        `Numret stämmer inte: kontrollsiffran för ${bankName} blir en annan.`,
        'Jämför siffra för siffra med kontoutdraget, också clearingnumret.',
      ),
    ]);
  }
  return ok({ clearingNumber, accountNumber, bankName, verified });
}
