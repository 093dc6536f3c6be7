import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/text-link.tsx';

export interface PageFootProps {
  links?: readonly { href: string; words: string }[] | undefined;
  children?: ReactNode;
}

export function PageFoot({ links = [], children }: PageFootProps) {
  // A line with nothing under it is no foot.
  if (links.length === 0 && (children === undefined || children === false)) return null;
  return (
    <footer className="no-print border-t border-line text-xs text-ink-2">
      <div className="band flex flex-wrap items-center gap-x-8 gap-y-1 pt-4 pb-10">
        {children}
        {links.map((link) => (
          <TextLink key={link.href} href={link.href} className="inline-flex min-h-(--target) items-center">
            {link.words}
          </TextLink>
        ))}
      </div>
    </footer>
  );
}
