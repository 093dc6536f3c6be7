import type { PlaywrightTestOptions } from '@playwright/test';

export type Look = { readonly name: string; readonly use: Partial<PlaywrightTestOptions> };

/** The four looks in which every journey is walked: a phone and a desk, light and dark. */
export const LOOKS: readonly Look[] = [
  { name: '1280 light', use: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } },
  { name: '320 dark', use: { viewport: { width: 320, height: 720 }, colorScheme: 'dark' } },
  { name: '1280 dark', use: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } },
  { name: '320 light', use: { viewport: { width: 320, height: 720 }, colorScheme: 'light' } },
];
