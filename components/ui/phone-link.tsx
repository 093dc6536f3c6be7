import { cx } from '#components/ui/class-names.ts';

export interface PhoneLinkProps {
  /** As people write it: `08-465 004 10`. */
  phone: string;
  /** In a row of facts: the target reaches over the row, which keeps its height. */
  inRow?: boolean | undefined;
}

/** A number to press, large enough for a thumb. */
export function PhoneLink({ phone, inRow = false }: PhoneLinkProps) {
  // A Swedish number as it is dialled from anywhere: 08-465 004 10 is +46 8 465 004 10.
  const dialled = phone.replaceAll(/[^\d+]/g, '').replace(/^0/, '+46');
  return (
    <a
      href={`tel:${dialled}`}
      className={cx(
        'inline-flex min-h-(--target) items-center font-bold whitespace-nowrap',
        inRow && '-my-2.5',
      )}
    >
      <bdi dir="ltr">{phone}</bdi>
    </a>
  );
}
