import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['lib/shared/**/*.test.ts', 'lib/domain/**/*.test.ts', 'lib/schemas/**/*.test.ts', 'lib/client/**/*.test.ts'],
        },
      },
    ],
  },
});
