import { builtinModules } from 'node:module';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', 'test/**/*.ts'];

/** Folders that may not know of each other: `target` never imports `from` (design: the import rules). */
const zones = [
  { target: './src/contract', from: './src', except: ['./contract'], message: 'contract imports nothing of ours' },
  { target: './src/compile', from: './src', except: ['./compile', './contract'], message: 'compile imports only contract' },
  { target: './src/agent', from: ['./src/operator', './src/cli'], message: 'the agent knows no operator or verb' },
  { target: ['./src/agent/*.ts', './src/agent/!(cluster)/**/*.ts'], from: ['./src/kube', './src/agent/cluster'], message: 'only src/agent/cluster talks to an API server' },
  { target: './src/operator', from: ['./src/agent', './src/cli'], message: 'the operator knows no agent or verb' },
  { target: './src/kube', from: './src', except: ['./kube', './clock.ts'], message: 'kube knows no product kind' },
  { target: './src/**/!(*.test).ts', from: './test', message: 'production code imports no test code' },
  ...stageZones(['pipeline', 'enrich', 'refine', 'respond', 'evidence', 'report']),
];

/** One zone for each stage: none of them imports a sibling stage; `pipeline`, the chain itself, may import them all. */
function stageZones(stages) {
  return stages
    .filter((stage) => stage !== 'pipeline')
    .map((stage) => ({
      target: `./src/agent/${stage}`,
      from: stages.filter((other) => other !== stage).map((other) => `./src/agent/${other}`),
      message: 'a stage never imports another stage',
    }));
}

const budgets = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
  'max-params': ['error', 3],
  'max-depth': ['error', 3],
};

/** The addon has one door; native modules are loaded nowhere else. */
const addonDoor = {
  group: ['*.node', '**/*.node', 'bindings', 'node-gyp-build', 'node-addon-api'],
  message: 'only src/agent/kernel/binding.ts loads the addon',
};

const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'export by name' },
  { selector: 'TSExportAssignment', message: 'export by name' },
];

const noDynamicLoad = [
  { selector: "MemberExpression[object.name='process'][property.name='dlopen']", message: addonDoor.message },
  { selector: "CallExpression[callee.name='createRequire']", message: addonDoor.message },
];

const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'a pure folder is given the time' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'a pure folder is given the time' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'a pure folder is deterministic' },
];

const impureGlobals = ['process', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'console', 'Buffer'];
const builtins = builtinModules.filter((name) => !name.startsWith('_'));

export default tseslint.config(
  {
    ignores: ['node_modules/', 'build/', 'dist/', '.stasis/', 'coverage/', '**/*.gen.ts', '**/*.gen.js', '**/*.js', '**/*.mjs', '**/*.cjs'],
  },
  tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts', '**/*.mts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json', '.node'] })] },
    rules: {
      ...budgets,
      'no-restricted-syntax': ['error', ...noDefaultExport, ...noDynamicLoad],
      'no-restricted-imports': ['error', { patterns: [addonDoor] }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      'no-console': 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
    },
  },
  {
    files: ['src/contract/**/*.ts', 'src/compile/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...noDefaultExport, ...noDynamicLoad, ...noClock],
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-imports': [
        'error',
        {
          paths: builtins.map((name) => ({ name, message: 'a pure folder imports no Node built-in' })),
          patterns: [addonDoor, { group: ['node:*'], message: 'a pure folder imports no Node built-in' }],
        },
      ],
    },
  },
  {
    files: ['src/agent/kernel/binding.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noDefaultExport], 'no-restricted-imports': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off', // a describe block is a list, not a function
      'no-console': 'off', // figures are printed
    },
  },
  {
    // The client library declares the API's objects as classes, and reads and gives plain ones.
    files: ['src/kube/**/*.ts', 'src/operator/**/*.ts', 'test/api/**/*.ts', 'test/cluster/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
