import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { roomDoors } from './scripts/lint/room-doors.ts'

// typescript-eslint and ESLint describe the same rule in types that do not match.
const rooms = /** @type {import('eslint').ESLint.Plugin} */ (
  /** @type {unknown} */ ({ rules: { doors: roomDoors } })
)

/**
 * @param {string} selector
 * @param {string} message
 */
const refuse = (selector, message) => ({ selector, message })

const style = [
  refuse('TSEnumDeclaration', 'Use a union of strings instead of an enum.'),
  refuse('TSModuleDeclaration[global!=true]', 'Use a file instead of a namespace.'),
  refuse('ExportDefaultDeclaration', 'Export by name; there are no default exports.'),
  refuse(
    'ClassDeclaration:not([superClass.name=/Error$/]), ClassExpression',
    'Use functions; only errors are classes.',
  ),
]

const clock = 'Time is passed in: domain/ has no clock.'
const pure = [
  refuse("NewExpression[callee.name='Date'], CallExpression[callee.name='Date']", clock),
  refuse("MemberExpression[object.name='Date']", clock),
  refuse("MemberExpression[object.name='Temporal'][property.name='Now']", clock),
  refuse("MemberExpression[object.name='Math'][property.name='random']", 'Randomness is passed in.'),
]

const sql = [
  refuse('CallExpression[callee.property.name=/^(prepare|pragma)$/]', 'SQL belongs in db/.'),
  refuse('TaggedTemplateExpression[tag.name=/^sql$/i]', 'SQL belongs in db/.'),
]

const outside = [
  'process',
  'Buffer',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'document',
  'window',
]

export default defineConfig(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      'release/**',
      '.runtime/**',
      'demo-output/**',
      'test-results/**',
      'scripts/sample-case/**',
      'tests/fixtures/**',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs}', 'eslint.config.js'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['eslint.config.js', 'vitest.config.ts'],
          defaultProject: 'scripts/tsconfig.json',
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { rooms },
    rules: {
      'rooms/doors': 'error',
      'no-restricted-syntax': ['error', ...style],
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Written for plain Node, before anything is installed; their types are in comments.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // What they read back is JSON; a wrong shape fails the test.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['domain/**', 'documents/**', 'db/**', 'workspace/**', 'electron/**', 'renderer/**'],
    ignores: ['workspace/cli/**', 'workspace/cli.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ...style, ...pure],
      'no-restricted-globals': ['error', ...outside],
    },
  },
  {
    files: ['workspace/**', 'electron/**', 'renderer/**', 'documents/**'],
    rules: { 'no-restricted-syntax': ['error', ...style, ...sql] },
  },
  {
    files: ['renderer/**'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // About what React's compiler could optimise; it is not used here.
      'react-hooks/incompatible-library': 'off',
      'react-hooks/set-state-in-effect': 'off',
    },
  },
  {
    // Tools that read a file's default export.
    files: ['eslint.config.js', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...style.slice(0, 2)] },
  },
)
