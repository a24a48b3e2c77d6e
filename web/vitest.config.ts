import { defineConfig } from 'vitest/config';

// A default export because the tool wants one. Tests of components ask for a page in their first line.
export default defineConfig({ test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node' } });
