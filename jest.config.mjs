import { readFileSync } from 'node:fs';

// The same compiler settings as the build: what is tested is what runs. The alias is mapped by Jest itself, because
// Jest resolves modules before a transformed path could help.
const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;
delete swc.jsc.baseUrl;
delete swc.jsc.paths;
swc.sourceMaps = 'inline';
swc.swcrc = false;
const tsx = structuredClone(swc);
tsx.jsc.parser.tsx = true;
tsx.jsc.transform.react = { runtime: 'automatic' };

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  moduleNameMapper: { '^@aigaq/([a-z]+)$': '<rootDir>/libs/$1/index.ts' },
  transform: { '^.+\\.tsx$': ['@swc/jest', tsx], '^.+\\.ts$': ['@swc/jest', swc] },
  setupFiles: ['reflect-metadata'],
};

/** A level of tests that runs against a real PostgreSQL, started once for the whole run. */
const onRealServices = {
  ...common,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,scripts,test/support,test/load}/**/*.spec.{ts,tsx}'],
    },
    { ...onRealServices, displayName: 'medium', testMatch: ['<rootDir>/test/medium/**/*.spec.ts'] },
    { ...onRealServices, displayName: 'journey', testMatch: ['<rootDir>/test/journey/**/*.spec.ts'] },
  ],
};
