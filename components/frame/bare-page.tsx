import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Brand } from '#components/frame/brand.tsx';
import { LanguageSwitch, StaffLanguages } from '#components/frame/language-switch.tsx';
import { isStaffDoor } from '#lib/shared/i18n/door.ts';
import { PATH_HEADER } from '#lib/shared/path-header.ts';

/** Round a page that stands outside of every frame: one that is not there, or that is not for this person. */
export async function BarePage({ children }: { children: ReactNode }) {
  const isStaff = isStaffDoor((await headers()).get(PATH_HEADER) ?? '/');
  return (
    <>
      <header className="band flex flex-wrap items-center justify-between gap-x-6 pt-4">
        <Brand home="/" />
        {isStaff ? <StaffLanguages /> : <LanguageSwitch look="tabs" />}
      </header>
      <main className="band py-12">{children}</main>
    </>
  );
}
