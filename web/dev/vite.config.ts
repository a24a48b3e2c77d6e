import { fileURLToPath } from 'node:url';
import { alias } from '../vite.config';

// The fixture pages: components with scripted state, for looking at them without a stack. Not part of the jar.
export default {
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias },
  server: { host: '127.0.0.1', port: 5199, strictPort: true, fs: { allow: ['..'] } },
};
