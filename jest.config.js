'use strict';

/** One transform for every layer; swc strips types and does not check them, `npm run types` does. */
const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** The client library and what it needs come as ES modules alone; tests that load it translate them (kept in jest's cache). */
const ES_PACKAGES = ['@kubernetes/client-node', 'openid-client', 'oauth4webapi', 'jose', 'jsonpath-plus'];

/** A layer of tests: `npx jest --selectProjects <name>`. */
function layer(displayName, testMatch) {
  return {
    displayName,
    rootDir: __dirname,
    testEnvironment: 'node',
    setupFiles: ['<rootDir>/test/support/plain-console.cjs'],
    testMatch,
    transform: { '^.+\\.m?ts$': swc, [`/node_modules/(${ES_PACKAGES.join('|')})/.+\\.js$`]: swc },
    transformIgnorePatterns: [`/node_modules/(?!(${ES_PACKAGES.join('|')})/)`],
    moduleFileExtensions: ['js', 'ts', 'mts', 'json', 'node'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.mjs$': ['$1.mjs', '$1.mts'], '^(\\.{1,2}/.*)\\.js$': '$1' }, // an `import()` names the compiled file
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '<rootDir>/.stasis/'],
  };
}

module.exports = {
  // Layers that use the kernel or whole machines measure and share state: one file at a time.
  ...(process.env.JEST_IN_BAND === '1' ? { maxWorkers: 1 } : {}),
  // Of a test or hook, in ms: it ends what hangs, and is no demand on the machine's speed. Above every wait inside (test/support/wait.ts).
  testTimeout: 600_000,
  projects: [
    layer('unit', ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/support/**/*.test.ts']),
    layer('golden', ['<rootDir>/test/golden/**/*.test.ts']),
    layer('kernel', ['<rootDir>/test/kernel/**/*.test.ts']),
    layer('containers', ['<rootDir>/test/containers/**/*.test.ts']),
    layer('api', ['<rootDir>/test/api/**/*.test.ts']),
    layer('vm', ['<rootDir>/test/vm/**/*.test.ts']),
    layer('cluster', ['<rootDir>/test/cluster/**/!(lifecycle).test.ts']), // the cluster of `make cluster` runs
    layer('lifecycle', ['<rootDir>/test/cluster/lifecycle.test.ts']), // it does not
  ],
};
