/** What cannot be read stays the text that was typed, so that it is shown again and the validator tells what is wrong with it. */
export type Typed = number | string;

const SPACES = /[\s\u00A0\u202F]/g;

/** A decimal as people type it (`1 250,50`, `65 kr`) as a whole number of its smallest part, where `decimals` are enough to hold it. */
function scaled(text: string, decimals: number, unit: RegExp): Typed {
  const bare = text.replaceAll(SPACES, '').replace(unit, '').replace('.', ',').replace('−', '-');
  const match = /^(-?)(\d{1,12})(?:,(\d+))?$/.exec(bare);
  const fraction = match?.[3] ?? '';
  if (match === null || fraction.length > decimals) return text.trim();
  const number = Number(`${match[2] ?? ''}${fraction.padEnd(decimals, '0')}`);
  return match[1] === '-' ? 0 - number : number;
}

function unscaled(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const fraction = digits.slice(digits.length - decimals);
  const whole = digits.slice(0, digits.length - decimals);
  return `${value < 0 ? '-' : ''}${whole}${/^0*$/.test(fraction) ? '' : `,${fraction}`}`;
}

/** Kronor as typed, in öre. */
export function oreFromTyped(text: string): Typed {
  return scaled(text, 2, /kr$/i);
}

/** A percentage as typed, in per mille. */
export function permilleFromTyped(text: string): Typed {
  return scaled(text, 1, /%$/);
}

/** A whole number as typed. */
export function wholeFromTyped(text: string): Typed {
  const bare = text.replaceAll(SPACES, '').replace('−', '-');
  return /^-?\d{1,15}$/.test(bare) ? Number(bare) + 0 : text.trim();
}

/** Öre as a person types kronor; what is no number as it is. */
export function typedFromOre(value: unknown): string {
  return Number.isSafeInteger(value)
    ? unscaled(Number(value), 2).replace(/,(\d)$/, ',$10')
    : plainText(value);
}

/** Per mille as a person types a percentage. */
export function typedFromPermille(value: unknown): string {
  return Number.isSafeInteger(value) ? unscaled(Number(value), 1) : plainText(value);
}

/** A value as text in a field: nothing for what is not there. */
export function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
