import request from 'supertest';

import type { Role } from '@aigaq/contracts';
import { AddAccount, CreateInstitution, PasswordHasher } from '@aigaq/people';
import { Database } from '@aigaq/platform';

import type { TestApi } from './api';

/** Of every account that `addAccount` makes, unless told otherwise. */
export const testPassword = 'тау мен теңіз арасы';

/** Founds an institution without accounts; answers its id. */
export async function foundInstitution(api: TestApi, code: string, secondFactorRoles: Role[] = []): Promise<string> {
  const name = { kk: `${code} колледжі`, ru: `Колледж ${code}`, en: `College ${code}` };
  const outcome = await api.app.get(Database).transaction((transaction) =>
    api.app.get(CreateInstitution, { strict: false }).run(transaction, {
      code,
      name,
      kind: 'college',
      timeZone: 'Asia/Almaty',
      defaultLanguage: 'kk',
      secondFactorRoles,
    }),
  );
  if (!outcome.ok) throw new Error(`No institution: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}

export interface AccountWish {
  institutionId: string;
  login: string;
  roles: Role[];
  email?: string;
  password?: string;
  mustChangePassword?: boolean;
  familyName?: string;
}

/** Makes an account that can sign in with `testPassword` at once; answers its id. */
export async function addAccount(api: TestApi, wish: AccountWish): Promise<string> {
  const passwordHash = await api.app.get(PasswordHasher, { strict: false }).hashDrawn(wish.password ?? testPassword);
  const id = await api.app.get(Database).transaction((transaction) =>
    api.app.get(AddAccount, { strict: false }).run(transaction, {
      institutionId: wish.institutionId,
      login: wish.login,
      email: wish.email ?? null,
      phone: null,
      familyName: wish.familyName ?? 'Серіков',
      givenName: 'Асан',
      patronymic: 'Маратұлы',
      language: 'kk',
      roles: wish.roles,
      groupIds: [],
      passwordHash,
      mustChangePassword: wish.mustChangePassword ?? false,
      createdBy: null,
    }),
  );
  if (id === null) throw new Error(`The login ${wish.login} is taken.`);
  return id;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One browser: keeps its cookies, and sends the token that proves its requests to come from our page. */
export class Browser {
  /** Kept here, because a client of plain HTTP does not send back cookies that are for TLS alone. */
  private readonly cookies = new Map<string, string>();
  csrfToken = '';

  constructor(
    readonly api: TestApi,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The `Cookie` header, for sockets. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** @param path below `/api` */
  send(method: Method, path: string, body?: object): request.Test {
    const test = request(this.api.url)[method](`/api${path}`).set(this.headers);
    if (this.cookies.size > 0) void test.set('cookie', this.cookie);
    test.on('response', (answer: request.Response) => this.keepCookies(answer));
    if (this.csrfToken !== '' && method !== 'get') void test.set('x-csrf-token', this.csrfToken);
    return body === undefined ? test : test.send(body);
  }

  get(path: string): request.Test {
    return this.send('get', path);
  }

  post(path: string, body: object = {}): request.Test {
    return this.send('post', path, body);
  }

  async trySignIn(login: string, password: string = testPassword): Promise<request.Response> {
    const answer = await this.send('post', '/sign-in', { login, password });
    this.keepToken(answer);
    return answer;
  }

  /** Signs in, or fails the test. */
  async signIn(login: string, password: string = testPassword): Promise<this> {
    const answer = await this.trySignIn(login, password);
    if (answer.status !== 200) throw new Error(`Not signed in as ${login}: ${answer.status} ${answer.text}`);
    return this;
  }

  private keepCookies(answer: request.Response): void {
    for (const line of (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  keepToken(answer: request.Response): void {
    const { csrfToken } = answer.body as { csrfToken?: string };
    if (csrfToken !== undefined) this.csrfToken = csrfToken;
  }
}

/** The `code` of each problem of an answer, with its field where it has one. */
export function problemsIn(answer: request.Response): string[] {
  const { problems } = answer.body as { problems?: { code: string; field?: string }[] };
  return (problems ?? []).map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}
