/**
 * Who may import whom: the dependency rules of the design as dependency-cruiser's rules.
 * `import-rules.spec.ts` shows that each of them fires.
 */

const ground = ['kernel', 'contracts', 'texts', 'platform'];
const upToProctoring = [...ground, 'people', 'schedule', 'proctoring', 'evidence'];

/**
 * For each library the libraries that it stands on. The order runs one way, so there can be no cycle between them.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const libraries = {
  kernel: [],
  texts: ['kernel'],
  contracts: ['kernel', 'texts'],
  evidence: ['kernel', 'contracts'],
  recorder: ['kernel', 'contracts'],
  behaviour: ['kernel', 'contracts'],
  platform: ['kernel', 'contracts', 'texts'],
  people: ground,
  schedule: [...ground, 'people'],
  proctoring: [...ground, 'people', 'schedule', 'evidence'],
  items: [...ground, 'people'],
  exams: [...upToProctoring, 'items'],
  hearings: upToProctoring,
  documents: [...upToProctoring, 'items', 'exams', 'hearings'],
  oversight: [...upToProctoring, 'items', 'exams', 'hearings', 'documents'],
};

const serverSide = Object.keys(libraries).filter((name) => name !== 'recorder' && name !== 'behaviour');

/**
 * For each app the libraries that it may import.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const apps = {
  api: serverSide,
  cli: serverSide,
  media: ['kernel', 'contracts', 'texts', 'platform', 'evidence', 'recorder'],
  web: ['kernel', 'contracts', 'texts', 'evidence', 'behaviour'],
};

const spec = '\\.spec\\.tsx?$';

/** @param {readonly string[]} names */
const anyOf = (names) => `(${names.join('|')})`;

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const order = Object.entries(libraries).map(([name, earlier]) =>
  forbid(
    `${name}-stands-on-earlier`,
    `${name} may import ${earlier.length === 0 ? 'no library' : earlier.join(', ')}.`,
    { path: `^libs/${name}/` },
    { path: '^libs/', pathNot: `^libs/${anyOf([name, ...earlier])}/` },
  ),
);

const appLibraries = Object.entries(apps).map(([name, allowed]) =>
  forbid(
    `${name}-imports-its-libraries`,
    `apps/${name} may import ${allowed.join(', ')}.`,
    { path: `^apps/${name}/` },
    { path: '^libs/', pathNot: `^libs/${anyOf(allowed)}/` },
  ),
);

/** @type {import('dependency-cruiser').IRegularForbiddenRuleType[]} */
export const importRules = [
  ...order,
  ...appLibraries,
  forbid(
    'libraries-by-their-index',
    'Of another library only its index.ts is imported (of behaviour also browser/index.ts, which needs a browser).',
    { path: '^libs/([^/]+)/' },
    { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/(browser/)?index\\.ts$'] },
  ),
  forbid(
    'apps-by-the-index',
    'An app imports of a library only its index.ts.',
    { path: '^apps/', pathNot: [spec, '^apps/web/vite\\.config\\.ts$'] },
    { path: '^libs/', pathNot: '^libs/[^/]+/(browser/)?index\\.ts$' },
  ),
  forbid(
    'apps-stay-apart',
    'Apps never import each other.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  forbid('libraries-know-no-app', 'A library is what an app is made of.', { path: '^libs/' }, { path: '^apps/' }),
  forbid(
    'domain-is-pure',
    'domain/ is TypeScript alone: no framework, no database, no socket, no file, no clock.',
    { path: '^libs/[^/]+/domain/', pathNot: spec },
    {
      path: [
        'node_modules/(@nestjs|typeorm|pg|socket\\.io|socket\\.io-client|express|minio|rxjs|reflect-metadata|nodemailer)/',
        '^(node:)?(fs|net|http|https|http2|tls|dgram|dns|child_process|worker_threads|timers|perf_hooks)(/|$)',
        '^libs/platform/',
        '^libs/kernel/clock\\.ts$',
        '^libs/[^/]+/persistence/',
      ],
    },
  ),
  forbid(
    'mediasoup-only-in-media',
    'The media node alone talks to mediasoup.',
    { path: '^(apps|libs)/', pathNot: '^apps/media/' },
    { path: 'node_modules/mediasoup/' },
  ),
  forbid(
    'mediasoup-client-only-in-web-media',
    'One folder of the client talks to the media node.',
    { path: '^(apps|libs)/', pathNot: '^apps/web/src/media/' },
    { path: 'node_modules/mediasoup-client/' },
  ),
  forbid(
    'minio-only-in-platform',
    'The store is used through its interface.',
    { path: '^(apps|libs)/', pathNot: '^libs/platform/' },
    { path: 'node_modules/minio/' },
  ),
  forbid(
    'no-tests-in-the-product',
    'What runs imports nothing that only tests.',
    { path: '^(apps|libs)/', pathNot: spec },
    { path: ['^test/', spec] },
  ),
  forbid(
    'no-development-packages-in-the-product',
    'What runs imports no package that an installation without development packages lacks.',
    { path: '^(apps/(api|media|cli|web/src)|libs)/', pathNot: spec },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  ),
  forbid('no-cycles', 'No cycle anywhere.', {}, { circular: true }),
  forbid(
    'everything-resolves',
    'An import that nothing answers (types are checked by the compiler).',
    { path: '^(apps|libs|test|scripts)/' },
    {
      couldNotResolve: true,
      dependencyTypesNot: ['type-only'],
      pathNot: ['\\?(url|raw|worker|inline)', '^pdfmake/interfaces$'],
    },
  ),
];
