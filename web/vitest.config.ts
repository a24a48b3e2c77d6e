import { defineConfig } from 'vitest/config';

// A default export because the tool wants one.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], environment: 'node' } });
