import type { ComponentProps } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { TextLink, type TextLinkProps } from '#components/ui/text-link.tsx';

/** `go`: the one way on, once a view or card. `line`: beside it. `plain`: a tool. `quiet`: a way out. */
export type ButtonLook = 'go' | 'line' | 'plain' | 'quiet';

interface Dress {
  look?: ButtonLook | undefined;
  big?: boolean | undefined;
  icon?: IconName | undefined;
}

const LOOKS: Record<ButtonLook, string> = {
  go: 'btn-go',
  line: '',
  plain: 'btn-plain',
  quiet: 'btn-quiet',
};

function dressOf({ look = 'line', big = false }: Dress, className: string | undefined): string {
  return cx('btn', LOOKS[look], big && 'btn-big', className);
}

export type ButtonProps = Dress & Omit<ComponentProps<'button'>, 'disabled'>;

/** A verb and its object. Never disabled: it says what is missing instead. Sends its form unless `type` says otherwise. */
export function Button({ look, big, icon, type = 'submit', className, children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={dressOf({ look, big }, className)} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type LinkActionProps = Dress & TextLinkProps;

/** A link that looks like a button: leads to where something is done. */
export function LinkAction({ look, big, icon, className, children, ...rest }: LinkActionProps) {
  return (
    <TextLink className={dressOf({ look, big }, className)} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </TextLink>
  );
}
