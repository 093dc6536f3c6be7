import { cx } from '#components/ui/class-names.ts';
import { ICON_SHAPES } from '#components/ui/icon-shapes.tsx';

export type IconName = keyof typeof ICON_SHAPES;

export interface IconProps {
  name: IconName;
  className?: string | undefined;
}

/** Those that point where reading goes: turned over where it goes the other way. */
const TURNED: readonly IconName[] = ['left', 'right', 'speech', 'listen'];

/** A small picture beside words; never read aloud, since the words say it. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      className={cx('icon', TURNED.includes(name) && 'icon-turned', className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {ICON_SHAPES[name]}
    </svg>
  );
}
