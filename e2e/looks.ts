import type { Page } from '@playwright/test';

/** The four looks in which every page of a journey is examined: a desk and a phone, light and dark. */
const LOOKS = [
  { width: 320, height: 720, colorScheme: 'light' },
  { width: 320, height: 720, colorScheme: 'dark' },
  { width: 1280, height: 900, colorScheme: 'dark' },
  { width: 1280, height: 900, colorScheme: 'light' },
] as const;

export type Look = (typeof LOOKS)[number];

/** Shows the page in one look after the other; it ends at a desk in the light, where the journey goes on. */
export async function inEveryLook(page: Page, examine: (look: Look) => Promise<void>): Promise<void> {
  for (const look of LOOKS) {
    await page.setViewportSize(look);
    // Without motion no colour is caught on its way to another.
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    await examine(look);
  }
}
