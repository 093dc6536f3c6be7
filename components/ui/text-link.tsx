import Link from 'next/link';
import type { ComponentProps } from 'react';

export type TextLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { href: string };

/**
 * A link. Pages here hold personal data and every read of it is logged, so nothing is fetched before it is asked for.
 * Files, other sites, telephone numbers and places on the same page are plain anchors.
 */
export function TextLink({ href, children, ...rest }: TextLinkProps) {
  const isPage = href.startsWith('/') && !href.startsWith('/api/') && rest.download === undefined;
  return isPage ? (
    <Link href={href} prefetch={false} {...rest}>
      {children}
    </Link>
  ) : (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}
