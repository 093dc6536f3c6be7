import { PhoneLink } from '#components/ui/phone-link.tsx';
import { Icon } from '#components/ui/icon.tsx';

export interface PhoneHelpProps {
  phone: string;
  words: string;
}

/** Why to call, and the number. */
export function PhoneHelp({ phone, words }: PhoneHelpProps) {
  return (
    <p className="flex gap-3">
      <Icon name="phone" className="mt-1 text-accent" />
      <span>
        {words}
        <br />
        <PhoneLink phone={phone} />
      </span>
    </p>
  );
}
