import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './server.js',
    include: ['*.test.js'],
    // Faults hit everybody on the server: the files take turns.
    fileParallelism: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
