import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importRules, libraries } from './import-rules.mjs';

/** For each rule one or more offences: a file and what it imports. The imported file exists too. */
const offences: Readonly<Record<string, ReadonlyArray<readonly [from: string, imports: string]>>> = {
  'kernel-stands-on-earlier': [['libs/kernel/a.ts', '@aigaq/contracts']],
  'texts-stands-on-earlier': [['libs/texts/a.ts', '@aigaq/contracts']],
  'contracts-stands-on-earlier': [['libs/contracts/a.ts', '@aigaq/platform']],
  'evidence-stands-on-earlier': [['libs/evidence/a.ts', '@aigaq/platform']],
  'recorder-stands-on-earlier': [['libs/recorder/a.ts', '@aigaq/evidence']],
  'behaviour-stands-on-earlier': [['libs/behaviour/a.ts', '@aigaq/texts']],
  'platform-stands-on-earlier': [['libs/platform/a.ts', '@aigaq/people']],
  'people-stands-on-earlier': [['libs/people/a.ts', '@aigaq/schedule']],
  'schedule-stands-on-earlier': [['libs/schedule/a.ts', '@aigaq/proctoring']],
  'proctoring-stands-on-earlier': [
    ['libs/proctoring/a.ts', '@aigaq/exams'],
    ['libs/proctoring/b.ts', '@aigaq/hearings'],
  ],
  'items-stands-on-earlier': [['libs/items/a.ts', '@aigaq/schedule']],
  'exams-stands-on-earlier': [['libs/exams/a.ts', '@aigaq/documents']],
  'hearings-stands-on-earlier': [['libs/hearings/a.ts', '@aigaq/exams']],
  'documents-stands-on-earlier': [['libs/documents/a.ts', '@aigaq/oversight']],
  'oversight-stands-on-earlier': [['libs/oversight/a.ts', '@aigaq/recorder']],
  'api-imports-its-libraries': [['apps/api/src/a.ts', '@aigaq/recorder']],
  'cli-imports-its-libraries': [['apps/cli/src/a.ts', '@aigaq/behaviour']],
  'media-imports-its-libraries': [['apps/media/src/a.ts', '@aigaq/exams']],
  'web-imports-its-libraries': [
    ['apps/web/src/a.ts', '@aigaq/platform'],
    ['apps/web/src/b.ts', '@aigaq/recorder'],
  ],
  'libraries-by-their-index': [['libs/people/b.ts', '../platform/inner']],
  'apps-by-the-index': [['apps/api/src/b.ts', '../../../libs/people/inner']],
  'apps-stay-apart': [['apps/api/src/c.ts', '../../media/src/main']],
  'libraries-know-no-app': [['libs/people/c.ts', '../../apps/api/src/main']],
  'domain-is-pure': [
    ['libs/people/domain/a.ts', '@nestjs/common'],
    ['libs/people/domain/b.ts', 'typeorm'],
    ['libs/people/domain/c.ts', 'socket.io'],
    ['libs/people/domain/d.ts', 'node:fs'],
    ['libs/people/domain/e.ts', 'node:fs/promises'],
    ['libs/people/domain/f.ts', '@aigaq/platform'],
    ['libs/people/domain/g.ts', '../persistence/account.entity'],
    ['libs/kernel/domain/h.ts', '../clock'],
  ],
  'mediasoup-only-in-media': [['apps/api/src/d.ts', 'mediasoup']],
  'mediasoup-client-only-in-web-media': [['apps/web/src/c.ts', 'mediasoup-client']],
  'minio-only-in-platform': [['libs/people/d.ts', 'minio']],
  'no-tests-in-the-product': [['apps/api/src/e.ts', '../../../test/support/stack']],
  'no-development-packages-in-the-product': [['apps/api/src/f.ts', 'fast-check']],
  'no-cycles': [['libs/people/e.ts', './f']],
  'everything-resolves': [['libs/people/g.ts', './no-such-file']],
};

/** What is allowed and must stay so. */
const allowed: ReadonlyArray<readonly [from: string, imports: string]> = [
  ['libs/proctoring/y.ts', '@aigaq/evidence'],
  ['libs/exams/y.ts', '@aigaq/proctoring'],
  ['libs/oversight/y.ts', '@aigaq/documents'],
  ['libs/platform/y.ts', 'minio'],
  ['libs/people/domain/y.ts', '@aigaq/kernel'],
  ['apps/media/src/y.ts', 'mediasoup'],
  ['apps/media/src/x.ts', '@aigaq/recorder'],
  ['apps/web/src/media/y.ts', 'mediasoup-client'],
  ['apps/web/src/y.ts', '@aigaq/behaviour'],
  ['test/medium/y.ts', '../../libs/people/inner'],
];

const there: Readonly<Record<string, string>> = {
  'libs/platform/inner.ts': 'export {};',
  'libs/people/inner.ts': 'export {};',
  'libs/people/persistence/account.entity.ts': 'export {};',
  'libs/people/f.ts': `import './e';`,
  'libs/kernel/clock.ts': 'export {};',
  'apps/api/src/main.ts': 'export {};',
  'apps/media/src/main.ts': 'export {};',
  'test/support/stack.ts': 'export {};',
};

describe('the import rules', () => {
  const root = join(__dirname, '..');
  let tree: string;
  let found: Set<string>;

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'aigaq-imports-'));
    for (const file of ['tsconfig.json', 'package.json', '.dependency-cruiser.mjs']) {
      cpSync(join(root, file), join(tree, file));
    }
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    write('scripts/import-rules.mjs', `export * from ${JSON.stringify(join(root, 'scripts', 'import-rules.mjs'))};`);
    for (const name of Object.keys(libraries)) write(`libs/${name}/index.ts`, 'export {};');
    for (const [file, text] of Object.entries(there)) write(file, text);
    for (const [from, imports] of [...Object.values(offences).flat(), ...allowed]) write(from, `import '${imports}';`);
    found = violations();
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${text}\n`);
  }

  /** Each violation as `rule: file that imports`. */
  function violations(): Set<string> {
    const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
    const output = execFileSync(
      process.execPath,
      [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'apps', 'libs', 'test'],
      { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } },
    );
    const result = JSON.parse(output) as { summary: { violations: Array<{ rule: { name: string }; from: string }> } };
    return new Set(result.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
  }

  it.each(Object.entries(offences).flatMap(([rule, list]) => list.map(([from, imports]) => ({ rule, from, imports }))))(
    '$rule fires when $from imports $imports',
    ({ rule, from }) => {
      expect([...found]).toContain(`${rule}: ${from}`);
    },
  );

  it.each(allowed.map(([from, imports]) => ({ from, imports })))('$from may import $imports', ({ from }) => {
    expect([...found].filter((violation) => violation.endsWith(`: ${from}`))).toEqual([]);
  });

  it('are each shown to fire', () => {
    expect(importRules.map(({ name }) => name).sort()).toEqual(Object.keys(offences).sort());
  });
});
