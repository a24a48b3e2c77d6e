import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Files under `folder` may not import from the folders `from`. */
const boundary = (folder, from, why) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: from.map((name) => `**/${name}/**`), message: `${folder}: ${why}` }] },
    ],
  },
});

const UI_LIBRARIES = ['react', 'react-dom', 'react-aria-components', '@tanstack/**', 'wouter', 'preact'];

// A default export because the tool wants one.
export default tseslint.config(
  { ignores: ['target', 'node_modules', 'src/api/generated', 'src/demo'] },
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js'] })],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', 250],
      // Stubs of a browser and of services have parts that do nothing.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  boundary('widget', ['dashboard'], 'the customers’ page knows nothing of the agents’'),
  boundary('dashboard', ['widget'], 'the agents’ page knows nothing of the customers’'),
  boundary('ui', ['widget', 'dashboard'], 'what both pages share knows neither'),
  boundary('realtime', ['widget', 'dashboard', 'ui'], 'it has no page'),
  boundary('api', ['widget', 'dashboard', 'ui', 'realtime'], 'it has no page'),
  {
    files: ['src/chat-core/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: UI_LIBRARIES.map((name) => ({ name, message: 'chat-core has no page' })),
          patterns: [
            { group: UI_LIBRARIES.filter((name) => name.endsWith('**')), message: 'chat-core has no page' },
            {
              group: ['ably', '@ably/**', '**/ui/**', '**/widget/**', '**/dashboard/**', '**/realtime/**'],
              message: 'chat-core has no page and no SDK',
            },
          ],
        },
      ],
    },
  },
  // Within the dashboard: the board below, then the session, then actions, and the open ticket above them.
  boundary(
    'dashboard/board',
    ['widget', 'session', 'actions', 'ticket'],
    'the board stands below the rest of the dashboard',
  ),
  boundary('dashboard/session', ['widget', 'actions', 'ticket'], 'the session stands below actions and the ticket'),
  boundary('dashboard/actions', ['widget', 'ticket'], 'actions stand below the ticket'),
  {
    // Its fixtures call `use`, which is no hook.
    files: ['e2e/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    files: ['*.ts', '*.mjs', 'dev/*.ts', 'e2e/*.ts', 'src/realtime/clone.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
