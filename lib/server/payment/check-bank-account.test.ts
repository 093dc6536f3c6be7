import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBankAccount } from '#lib/server/payment/check-bank-account.ts';

function codesOf(clearingNumber: string, accountNumber: string): readonly string[] {
  const checked = checkBankAccount({ clearingNumber, accountNumber });
  return checked.ok ? [] : checked.error.map(({ pointer, code }) => `${pointer} ${code}`);
}

// Numbers that belong to nobody; their check digits are worked out here, by the rules that Bankgirot publishes.
const RIGHT = [
  // Modulus 11 over 000 1234560: 1×7+2×6+3×5+4×4+5×3+6×2+0 = 77 = 7 × 11.
  ['5000', '1234560', 'SEB'],
  ['1100', '1234561', 'Nordea'],
  ['9020', '1234566', 'Länsförsäkringar Bank'],
  // Modulus 11 over the nine digits alone: 1×9+2×8+3×7+4×6+5×5+6×4+7×3+8×2+9 = 165 = 15 × 11.
  ['6000', '123456789', 'Handelsbanken'],
  // Modulus 10 over the ten digits alone: 2+2+6+4+1+6+5+8+9+7 = 50.
  ['9180', '1234567897', 'Danske Bank'],
  ['9570', '1234567897', 'Sparbanken Syd'],
  ['83279', '1234567897', 'Swedbank'],
] as const;

describe('an account that the banks’ rules allow', () => {
  it.each(RIGHT)('%s-%s is one at %s', (clearingNumber, accountNumber, bankName) => {
    expect(checkBankAccount({ clearingNumber, accountNumber })).toEqual({
      ok: true,
      value: { clearingNumber, accountNumber, bankName, verified: true },
    });
  });

  it('is the same however it is written', () => {
    const between = fc.constantFrom('', ' ', '-', '\u00A0', '.', '–', '  ');
    fc.assert(
      fc.property(fc.constantFrom(...RIGHT), fc.infiniteStream(between), ([clearing, account], gaps) => {
        const spread = (digits: string) =>
          digits
            .split('')
            .map((digit) => digit + (gaps.next().value ?? ''))
            .join('');
        expect(
          checkBankAccount({ clearingNumber: spread(clearing), accountNumber: spread(account) }),
        ).toEqual(checkBankAccount({ clearingNumber: clearing, accountNumber: account }));
      }),
    );
  });

  it('may lack a check digit at a savings bank: then it is to be looked at once more', () => {
    expect(checkBankAccount({ clearingNumber: '83279', accountNumber: '1234567890' })).toMatchObject({
      ok: true,
      value: { verified: false },
    });
    expect(checkBankAccount({ clearingNumber: '8327', accountNumber: '1234567' })).toMatchObject({
      ok: true,
      value: { verified: false },
    });
  });
});

describe('an account that cannot be right is told apart, field by field', () => {
  it.each([
    ['', '', ['/clearingNumber required', '/accountNumber required']],
    ['6OOO', '123456789', ['/clearingNumber notDigits']],
    ['600', '123456789', ['/clearingNumber wrongLength']],
    ['60001', '123456789', ['/clearingNumber wrongLength']],
    ['832799', '1234567897', ['/clearingNumber wrongLength']],
    ['83270', '1234567897', ['/clearingNumber wrongCheckDigit']],
    ['0001', '123456789', ['/clearingNumber unknownBank']],
    ['9999', '1234567', ['/clearingNumber unknownBank']],
    ['6000', 'SE45 5000', ['/accountNumber notDigits']],
    ['6000', '1234567', ['/accountNumber wrongLength']],
    ['5000', '12345678', ['/accountNumber wrongLength']],
    ['5000', '1234561', ['/accountNumber wrongCheckDigit']],
    ['9180', '1234567890', ['/accountNumber wrongCheckDigit']],
    ['83279', '12345678901', ['/accountNumber wrongLength']],
  ])('%s-%s: %j', (clearing, account, codes) => {
    expect(codesOf(clearing, account)).toEqual(codes);
  });

  it('with a message and what to do about it', () => {
    const checked = checkBankAccount({ clearingNumber: '5000', accountNumber: '12345678' });
    expect(checked).toMatchObject({
      ok: false,
      error: [
        {
          message: 'Ett kontonummer hos SEB har 7 siffror efter clearingnumret. Det här har 8.',
          fix: 'Se efter på kontoutdraget eller hos banken.',
        },
      ],
    });
  });

  it('when any one digit is another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RIGHT),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        ([clearing, account], place, change) => {
          const at = place % account.length;
          const wrong = `${account.slice(0, at)}${(Number(account[at]) + change) % 10}${account.slice(at + 1)}`;
          const checked = checkBankAccount({ clearingNumber: clearing, accountNumber: wrong });
          expect(checked.ok && checked.value.verified).toBe(false);
        },
      ),
    );
  });

  it('and nothing that is typed makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (clearingNumber, accountNumber) => {
        const checked = checkBankAccount({ clearingNumber, accountNumber });
        expect(checked.ok || checked.error.length > 0).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{3,6}$/),
        fc.stringMatching(/^\d{1,14}$/),
        (clearingNumber, accountNumber) => {
          const checked = checkBankAccount({ clearingNumber, accountNumber });
          // What the table of accounts takes.
          expect(!checked.ok || /^\d{2,12}$/.test(checked.value.accountNumber)).toBe(true);
        },
      ),
    );
  });
});
