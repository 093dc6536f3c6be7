import { useLocale, useTranslations } from 'next-intl';
import { cx } from '#components/ui/class-names.ts';
import { formatKronor, type Ore, roundToKrona } from '#lib/shared/money.ts';

const SIZES = {
  text: '',
  lead: 'text-lg font-bold tracking-[-0.01em]',
  big: 'text-2xl font-bold tracking-[-0.02em]',
  page: 'text-3xl font-bold tracking-[-0.02em]',
} as const;

export interface AmountProps {
  value: Ore;
  /** `page` for the one number of a page. */
  size?: keyof typeof SIZES | undefined;
  /** On statements: öre are shown. Elsewhere whole kronor. */
  exact?: boolean | undefined;
  /** For a difference: a plus sign before what is above zero. */
  signed?: boolean | undefined;
  /** Without `kr`, in a column whose head says it. */
  bare?: boolean | undefined;
}

export function Amount({ value, size = 'text', exact = false, signed = false, bare = false }: AmountProps) {
  const locale = useLocale();
  const shown = exact ? value : roundToKrona(value);
  const kronor = formatKronor(shown, locale, { showOre: exact });
  return (
    <span className={cx('whitespace-nowrap', SIZES[size])}>
      {signed && shown > 0 && '+'}
      {bare ? kronor.replace(/\s*kr$/, '') : kronor}
    </span>
  );
}

export interface ExampleProps {
  /** Said after it: `utan moms`. */
  children?: string | undefined;
}

/** Beside each sum, or in the head of its column: the rates of this portal are made up. */
export function Example({ children }: ExampleProps) {
  const t = useTranslations('ui');
  return (
    <span className="text-xs font-normal tracking-normal text-ink-3 md:whitespace-nowrap">
      {t('example')}
      {children !== undefined && `, ${children}`}
    </span>
  );
}
