import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './server.js',
    include: ['*.test.js'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
