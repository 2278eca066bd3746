import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'data/', 'bench/peers/', 'deploy/teams/build/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // An un-awaited sendActivity is a revoked proxy at run time.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['index.ts', 'scripts/**', 'bench/**', 'deploy/**'], rules: { 'no-console': 'off' } },
  {
    files: ['scripts/**', 'bench/**', 'deploy/**'],
    ignores: ['scripts/end-process.ts', 'scripts/ensure-installed.mjs'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'It cuts what a pipe has not taken yet: set process.exitCode, or await endProcess().' },
      ],
    },
  },
);
