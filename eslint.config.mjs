/**
 * The rules that need no types: TypeScript's recommended set, the purity law of domain/ and cards/, and the habits of the house.
 * Those that need types are in .oxlintrc.json, where a program that reads all files at once looks after them in a fourth of the time.
 */
import typescript from 'typescript-eslint';
import { houseRules } from './.ci/house-rules.mjs';

const tests = ['**/*.test.ts', '**/*.case.ts'];

const habits = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports are named.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that owns the noun.' },
  { selector: 'TSEnumDeclaration', message: 'Use an `as const` list: it is a type and a value at once.' },
];

const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read once, in bot/config/config.ts, and passed on from there.',
};

const localTime = /^(?:get|set)(?:Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset)$/.source;

/** What an import cannot show: a pure room does not wait, ask the time, roll dice or look around. */
const purity = [
  { selector: ':function[async=true]', message: 'A pure room is synchronous: load in bot/, decide here.' },
  { selector: 'AwaitExpression, ForOfStatement[await=true]', message: 'A pure room does not wait.' },
  { selector: 'ImportExpression', message: 'A pure room loads nothing while it runs.' },
  {
    selector: 'NewExpression[callee.name="Promise"], CallExpression[callee.object.name="Promise"]',
    message: 'A pure room does not wait.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length!=1], CallExpression[callee.name="Date"]',
    message: 'The clock is an argument, and days are UTC: new Date(moment) or Date.UTC(…).',
  },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The clock is an argument.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance is an argument.' },
  {
    selector: `MemberExpression[property.name=/${localTime}/]`,
    message: 'This asks for the time zone of the machine: use the UTC method.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    message: 'This asks for the language of the machine: pass the language.',
  },
];

const unknownToPureRooms = [
  'process',
  'require',
  'console',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  '__dirname',
  '__filename',
  'globalThis',
];

const factWrite =
  'CallExpression[callee.property.name="write"][callee.object.property.name=/^(?:partners|people|figures|imports)$/]';
const changes = [
  {
    selector: `${factWrite}[callee.object.object.name="store"], ${factWrite}[callee.object.object.property.name="store"]`,
    message:
      'Facts are written inside `writeFacts` of bot/partner/standing-cache.ts, or a standing is believed that they contradict.',
  },
];

const testHabits = [
  {
    selector: 'CallExpression[callee.object.name="jest"][callee.property.name=/^(?:doMock|mock|unstable_mockModule)$/]',
    message: 'No module mocks: what must be replaced was imported and should have been passed.',
  },
  {
    selector:
      'MemberExpression[object.name=/^(?:describe|it|test)$/][property.name="only"], Identifier[name=/^(?:fdescribe|fit)$/]',
    message: 'One test alone proves nothing about the others.',
  },
];

export default typescript.config(
  { ignores: ['dist/', 'build/', 'coverage/', '.laurel/', 'devTools/', 'infra/appPackage/build/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mts}'],
    extends: [typescript.configs.recommended],
    plugins: { house: houseRules },
    rules: {
      eqeqeq: 'error',
      'max-params': ['error', 3],
      'no-restricted-syntax': ['error', ...habits, environment],
      'house/file-opens-with-doc': 'error',
      'house/exported-function-has-doc': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
    },
  },
  {
    files: ['bot/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...habits, environment, ...changes] },
  },
  {
    // Where the environment comes in, and where it is handed on to a child process.
    files: ['bot/{main,composition/compose,config/config,cli/cli}.ts', 'infra/dev/**/*.ts', '.ci/*.{ts,mts}'],
    rules: { 'no-restricted-syntax': ['error', ...habits] },
  },
  {
    files: ['domain/**/*.ts', 'cards/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...habits, ...purity],
      'no-restricted-globals': ['error', ...unknownToPureRooms],
    },
  },
  {
    files: tests,
    rules: {
      'max-params': 'off',
      'no-restricted-syntax': ['error', ...habits, ...testHabits],
      'house/exported-function-has-doc': 'off',
    },
  },
  {
    files: [
      '**/{utils,util,helpers,helper,common,manager,service,base}.ts',
      '**/*-{utils,util,helpers,helper,manager,service}.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'Program', message: 'Name the file for the noun it holds.' }],
    },
  },
);
