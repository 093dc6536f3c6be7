'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentPlace } from '#components/frame/current-place.ts';
import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

export interface NavItem {
  href: string;
  words: string;
  /** Another beginning of addresses that belongs to the place. */
  also?: string | undefined;
  /** How many things wait there. */
  count?: number | undefined;
}

export interface NavLinksProps {
  items: readonly NavItem[];
  label: string;
  menuWords: string;
  /** In the menu of a phone, after the places: who is logged in, and the way out. */
  children?: ReactNode;
}

/** The places of a role: a row of words, on phones behind one. Asks the address, which a layout does not know. */
export function NavLinks({ items, label, menuWords, children }: NavLinksProps) {
  const path = usePathname();
  const current = currentPlace(items, path);
  const here = items.find((item) => item.href === current);
  const links = items.map((item) => (
    <li key={item.href}>
      <TextLink href={item.href} aria-current={item.href === current ? 'page' : undefined}>
        {item.words}
        {item.count !== undefined && item.count > 0 && (
          <span className="font-normal text-ink-3">{item.count}</span>
        )}
      </TextLink>
    </li>
  ));
  return (
    <nav aria-label={label} className="no-print max-md:w-full">
      {items.length > 0 && <ul className="tabs max-md:hidden">{links}</ul>}
      {/* A new key for each page, so that the menu is closed when one has arrived. */}
      <details key={path} name="head" className="menu md:hidden">
        <summary>
          <Icon name="menu" />
          {menuWords}
          {here !== undefined && <span className="menu-here font-normal text-ink-2">{here.words}</span>}
          <Icon name="down" className="ms-auto" />
        </summary>
        <ul>{links}</ul>
        {children}
      </details>
    </nav>
  );
}
