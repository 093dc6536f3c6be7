import { test as base, expect } from '@playwright/test';
import { ByKeyboard } from './actions/by-keyboard.ts';

/** Tests in which the browser has nothing to complain of: no error, nothing stopped by the content security policy. */
export const test = base.extend<{ quietConsole: undefined; keyboard: ByKeyboard }>({
  keyboard: async ({ page }, use) => await use(new ByKeyboard(page)),
  quietConsole: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        // A refused form is answered with its page again; browsers call the status of any failed request an error.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(error.error().message));
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
