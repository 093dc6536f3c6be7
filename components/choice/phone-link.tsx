import { dialled } from '#components/choice/dialled.ts';

/** A number to press, large enough for a thumb. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a
      href={`tel:${dialled(phone)}`}
      className="inline-flex min-h-(--target) items-center font-bold whitespace-nowrap"
    >
      {phone}
    </a>
  );
}
