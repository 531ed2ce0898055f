import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import rooms from './scripts/lint/rooms.mjs';

export default tseslint.config(
  // The AssemblyScript of the kernels has types of its own; its compiler checks them.
  { ignores: ['dist/', '.cache/', 'node_modules/', 'src/engine/kernels/assembly/'] },
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      // `!` says what the reader can check on the same line; a cast or a dead branch would say less.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { rooms },
    rules: { 'rooms/order': 'error', 'rooms/no-circle': 'error' },
  },
  {
    // All of Excel.run lives here.
    files: ['src/excel/**/*.ts', 'src/addin/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/excel/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Excel', property: 'run', message: 'Excel is talked to in src/excel' },
      ],
    },
  },
  {
    // Text from cells and files never becomes markup.
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((name) => ({
          selector: `MemberExpression[property.name='${name}']`,
          message: 'Text may hold markup: use textContent',
        })),
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text may hold markup' },
      ],
    },
  },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
