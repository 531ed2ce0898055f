import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The rooms of the design, from the ground up: a room may import from rooms before it, never from rooms after it.
const ROOMS = ['engine', 'notebook', 'data', 'export', 'excel', 'addin', 'taskpane', 'commands', 'functions'];

/** The task pane's page is also the page of the ribbon commands (one shared runtime), so it binds them. */
const DOORS = { 'src/taskpane/index.tsx': ['commands', 'functions'] };

function forbid(rooms) {
  const patterns = rooms.map((room) => ({
    group: [`**/${room}/**`, `**/${room}`],
    message: `src/${room} is above this room`,
  }));
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

const roomRules = ROOMS.map((room, index) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: forbid([...ROOMS.slice(index + 1), 'workbook']),
}));

const doorRules = Object.entries(DOORS).map(([file, open]) => {
  const room = file.split('/')[1];
  const later = ROOMS.slice(ROOMS.indexOf(room) + 1).filter((each) => !open.includes(each));
  return { files: [file], rules: forbid([...later, 'workbook']) };
});

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
  ...roomRules,
  ...doorRules,
  // The embedded workbook plays Excel and knows nothing of what runs in it.
  { files: ['src/workbook/**/*.{ts,tsx}'], rules: forbid(ROOMS) },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
