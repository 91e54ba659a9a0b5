import { randomUUID } from 'node:crypto';

import { io, type Socket } from 'socket.io-client';
import request from 'supertest';

import {
  type Acknowledgement,
  namespaces,
  type NamespaceDefinition,
  type Role,
  roles,
  type RouteDefinition,
  routes,
} from '@aigaq/contracts';
import { permissionsOf } from '@aigaq/people';

import { CheckDeclarations } from '../../apps/api/src/http/check-declarations';
import { CheckCommands } from '../../apps/api/src/sockets/check-commands';
import { startApi, type TestApi } from '../support/api';
import { addAccount, Browser, foundInstitution, problemsIn } from '../support/people';

/** The namespaces that the API serves; `/media` is the media node's. */
const served: Record<string, NamespaceDefinition> = {
  sitting: namespaces.sitting,
  proctor: namespaces.proctor,
  node: namespaces.node,
};
const table = Object.entries(routes) as [string, RouteDefinition][];
const protectedRoutes = table.filter(([, { access }]) => access !== 'public' && access !== 'signed_link');
const byPermission = table.filter(([, { access }]) => access.includes('.'));

let api: TestApi;
const signedIn = new Map<Role, Browser>();

beforeAll(async () => {
  api = await startApi();
  const college = await foundInstitution(api, 'college');
  for (const role of roles) {
    await addAccount(api, { institutionId: college, login: role, roles: [role] });
    signedIn.set(role, await new Browser(api).signIn(role));
  }
}, 30_000);
afterAll(() => api.stop());

function browserOf(role: Role): Browser {
  const browser = signedIn.get(role);
  if (!browser) throw new Error(`Nobody is signed in as ${role}.`);
  return browser;
}

const methodOf = (route: RouteDefinition) => route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
const pathOf = (route: RouteDefinition) => route.path.replace(/:\w+/g, randomUUID());
/** A request that carries nothing of a page of ours. */
const bare = (route: RouteDefinition) => request(api.url)[methodOf(route)](`/api${pathOf(route)}`);
const may = (role: Role, access: string) => (permissionsOf([role]) as ReadonlySet<string>).has(access);

/** Names what was answered otherwise than expected, so that one run shows all of it. */
async function differing(expected: string, cases: [string, () => Promise<string>][]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, ask] of cases) {
    const answer = await ask();
    if (answer !== expected) found.push(`${name}: ${answer}`);
  }
  return found;
}

describe('every route of the contracts', () => {
  it('has a controller', () => {
    const handled = new Set(
      api.app
        .get(CheckDeclarations)
        .served()
        .map(({ route }) => route),
    );
    expect(
      table.filter(([, route]) => !handled.has(route)).map(([name, route]) => `${name}: ${route.method} ${route.path}`),
    ).toEqual([]);
  });

  it('is refused to those who are not signed in', async () => {
    const ask = (route: RouteDefinition) => async () => problemsIn(await bare(route)).join();
    expect(
      await differing(
        'not_signed_in',
        protectedRoutes.map(([name, route]) => [name, ask(route)]),
      ),
    ).toEqual([]);
  });

  it.each(roles)('is refused to a %s without its permission', async (role) => {
    const forbidden = byPermission.filter(([, { access }]) => !may(role, access));
    expect(forbidden.length).toBeGreaterThan(10);
    const ask = (route: RouteDefinition) => async () =>
      problemsIn(await browserOf(role).send(methodOf(route), pathOf(route))).join();
    expect(
      await differing(
        'forbidden',
        forbidden.map(([name, route]) => [name, ask(route)]),
      ),
    ).toEqual([]);
  });

  it('that changes anything is refused without the token of our page, even to those who may', async () => {
    const changing = protectedRoutes.filter(([, { method }]) => method !== 'GET');
    const ask = (route: RouteDefinition) => async () => {
      const role = roles.find((one) => route.access === 'signed_in' || may(one, route.access));
      if (!role) return 'nobody may';
      const { cookie } = browserOf(role);
      return problemsIn(await bare(route).set('cookie', cookie)).join();
    };
    expect(
      await differing(
        'csrf_failed',
        changing.map(([name, route]) => [name, ask(route)]),
      ),
    ).toEqual([]);
  });

  it('that changes anything is refused to foreign pages, signed in or not', async () => {
    const changing = table.filter(([, { method }]) => method !== 'GET');
    const ask = (route: RouteDefinition) => async () =>
      problemsIn(await bare(route).set('origin', 'https://evil.example')).join();
    expect(
      await differing(
        'csrf_failed',
        changing.map(([name, route]) => [name, ask(route)]),
      ),
    ).toEqual([]);
  });
});

describe('every socket command of the contracts', () => {
  const open = new Set<Socket>();
  afterEach(() => {
    for (const socket of open) socket.disconnect();
    open.clear();
  });

  function connect(
    path: string,
    options: { cookie?: string; origin?: string; auth?: Record<string, string> } = {},
  ): Promise<Socket | string> {
    const { cookie, origin, auth } = options;
    const socket = io(`${api.url}${path}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...(cookie === undefined ? {} : { cookie }), ...(origin === undefined ? {} : { origin }) },
      ...(auth === undefined ? {} : { auth }),
    });
    open.add(socket);
    return new Promise((resolve) => {
      socket.on('connect', () => resolve(socket));
      socket.on('connect_error', (error: Error & { data?: { problems: { code: string }[] } }) =>
        resolve(error.data?.problems[0]?.code ?? error.message),
      );
    });
  }

  async function connected(path: string, options: { cookie?: string; auth?: Record<string, string> }): Promise<Socket> {
    const socket = await connect(path, options);
    if (typeof socket === 'string') throw new Error(`Not connected to ${path}: ${socket}`);
    return socket;
  }

  async function ask(socket: Socket, command: string, input: unknown = {}): Promise<string> {
    const answer = (await socket.timeout(5000).emitWithAck(command, input)) as Acknowledgement<unknown>;
    return answer.ok ? 'done' : answer.problems.map(({ code }) => code).join();
  }

  it('has a gateway', () => {
    const handled = new Set(
      api.app
        .get(CheckCommands)
        .served()
        .map(({ command }) => command),
    );
    const all = Object.values(served).flatMap(({ path, commands }) =>
      Object.keys(commands).map((name) => `${path} ${name}`),
    );
    expect(all.filter((command) => !handled.has(command))).toEqual([]);
  });

  it('is out of reach for those who are not signed in', async () => {
    expect(await connect(namespaces.sitting.path)).toBe('not_signed_in');
    expect(await connect(namespaces.proctor.path)).toBe('not_signed_in');
    expect(await connect(namespaces.node.path)).toBe('forbidden');
    expect(await connect(namespaces.node.path, { auth: { secret: 'a guess' } })).toBe('forbidden');
    expect(await connect(namespaces.node.path, { cookie: browserOf('platform_administrator').cookie })).toBe(
      'forbidden',
    );
  });

  it('is out of reach for foreign pages, cookie or not', async () => {
    const { cookie } = browserOf('proctor');
    expect(await connect(namespaces.proctor.path, { cookie, origin: 'https://evil.example' })).toBe('websocket error');
    expect(await connect(namespaces.proctor.path, { cookie, origin: api.url })).toBeInstanceOf(Object);
  });

  it.each(roles)('is refused to a %s without its permission', async (role) => {
    for (const { path, commands } of [namespaces.sitting, namespaces.proctor] as NamespaceDefinition[]) {
      const socket = await connected(path, { cookie: browserOf(role).cookie });
      const forbidden = Object.entries(commands).filter(([, { access }]) => !may(role, access));
      expect(
        await differing(
          'forbidden',
          forbidden.map(([name]) => [`${path} ${name}`, () => ask(socket, name)]),
        ),
      ).toEqual([]);
    }
  });

  it('answers what does not fit its schema with a problem, and an unknown command too', async () => {
    const socket = await connected(namespaces.proctor.path, { cookie: browserOf('proctor').cookie });
    expect(await ask(socket, 'watch', { eventId: 5, more: true })).toBe('wrong_type,unknown_key');
    expect(await ask(socket, 'no-such-command')).toBe('not_found');
  });

  it('is cut off when the session ends', async () => {
    const college = await foundInstitution(api, 'cut');
    await addAccount(api, { institutionId: college, login: 'cut', roles: ['proctor'] });
    const browser = await new Browser(api).signIn('cut');
    const socket = await connected(namespaces.proctor.path, { cookie: browser.cookie });
    const gone = new Promise((resolve) => socket.on('disconnect', resolve));
    await browser.post('/sign-out');
    expect(await gone).toBe('io server disconnect');
  });
});
