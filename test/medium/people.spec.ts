import { generateSync } from 'otplib';
import request from 'supertest';

import { Database, Outbox } from '@aigaq/platform';

import { API_CONFIG, type ApiConfig } from '../../apps/api/src/config';
import { startApi, type TestApi } from '../support/api';
import { addAccount, Browser, foundInstitution, problemsIn, testPassword } from '../support/people';
import { makeWorkbook } from '../support/workbook';

let api: TestApi;
let college: string;
let university: string;

beforeAll(async () => {
  api = await startApi({ PUBLIC_URL: 'https://exam.example.kz', TRUST_PROXY_HOPS: '1' });
  // Read at each request; at the start it would make the demonstration college besides.
  Object.assign(api.app.get<ApiConfig>(API_CONFIG), { DEMO: true });
  college = await foundInstitution(api, 'college');
  university = await foundInstitution(api, 'university');
  await addAccount(api, { institutionId: college, login: 'admin', roles: ['institution_administrator'] });
  await addAccount(api, { institutionId: college, login: 'registrar', roles: ['registrar'] });
  await addAccount(api, { institutionId: university, login: 'foreign-admin', roles: ['institution_administrator'] });
});
afterAll(() => api.stop());

const from = (address: string) => new Browser(api, { 'x-forwarded-for': address });
const browser = () => from('10.0.0.1');

async function journal(action: string, subjectId: string): Promise<number> {
  const [row] = await api.app
    .get(Database)
    .manager.query<{ count: number }[]>(
      'select count(*)::int as count from journal where action = $1 and subject_id = $2',
      [action, subjectId],
    );
  return row?.count ?? 0;
}

describe('the welcome', () => {
  it('names product and institutions to everybody', async () => {
    const answer = await browser().get('/welcome');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      product: 'Aigaq',
      institutions: [{ code: 'college' }, { code: 'university' }],
    });
  });
});

describe('signing in', () => {
  let asan: string;
  beforeAll(async () => {
    asan = await addAccount(api, { institutionId: college, login: 'Asan', roles: ['candidate'] });
  });

  it('takes login and password, sets a cookie that no script reads, and says who it is', async () => {
    const answer = await browser().trySignIn('asan');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ step: 'done', me: { login: 'Asan', institution: { code: 'college' } } });
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    expect(cookies.find((cookie) => cookie.startsWith('__Host-aigaq_session='))).toMatch(
      /Path=\/;.*HttpOnly; Secure; SameSite=Lax/,
    );
    expect(await journal('account.signed_in', asan)).toBe(1);
  });

  it('says the same of a wrong password, an unknown login and a disabled account', async () => {
    const gone = await addAccount(api, { institutionId: college, login: 'gone', roles: ['candidate'] });
    await api.app.get(Database).manager.query(`update account set status = 'disabled' where id = $1`, [gone]);
    const answers = [
      await browser().trySignIn('asan', 'not the password'),
      await browser().trySignIn('nobody-at-all', 'not the password'),
      await browser().trySignIn('gone'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ problems: [{ code: 'wrong_credentials' }] });
    }
    expect(await journal('account.sign_in_failed', asan)).toBe(1);
  });

  it('keeps the session over requests and ends it on signing out', async () => {
    const visitor = await browser().signIn('asan');
    expect((await visitor.get('/me')).body).toMatchObject({ me: { login: 'Asan' } });
    expect((await visitor.post('/sign-out')).status).toBe(200);
    expect(problemsIn(await visitor.get('/me'))).toEqual(['not_signed_in']);
  });

  it('gives every sign-in a new token, and the one from before is of no use', async () => {
    const visitor = await browser().signIn('asan');
    const sessions = () => visitor.get('/me/sessions').then((answer) => (answer.body as unknown[]).length);
    const before = await sessions();
    await visitor.signIn('asan');
    expect(await sessions()).toBe(before);
  });

  it('refuses unknown keys and wrong types by field', async () => {
    const answer = await browser().post('/sign-in', { login: 5, password: 'x', remember: true });
    expect(answer.status).toBe(400);
    expect(problemsIn(answer).sort()).toEqual(['unknown_key remember', 'wrong_type login']);
    const broken = await request(api.url)
      .post('/api/sign-in')
      .set('content-type', 'application/json')
      .send('{"login":');
    expect(problemsIn(broken)).toEqual(['bad_json']);
  });
});

describe('a session', () => {
  it('ends after twelve hours without use, and after seven days in any case', async () => {
    await addAccount(api, { institutionId: college, login: 'aging', roles: ['candidate'] });
    const idle = await browser().signIn('aging');
    const busy = await browser().signIn('aging');
    const hours = (count: number) => api.clock.advance(count * 3600 * 1000);
    hours(11);
    expect((await busy.get('/me')).status).toBe(200);
    hours(2);
    expect((await idle.get('/me')).status).toBe(401);
    for (let half = 0; half < 14; half += 1) {
      expect((await busy.get('/me')).status).toBe(200);
      hours(11);
    }
    hours(2);
    expect((await busy.get('/me')).status).toBe(401);
  });

  it('is listed with the others and can be ended from another one', async () => {
    await addAccount(api, { institutionId: college, login: 'two-devices', roles: ['candidate'] });
    const home = await browser().signIn('two-devices');
    const lost = await from('10.0.0.9').signIn('two-devices');
    const list = (await home.get('/me/sessions')).body as { id: string; address: string; current: boolean }[];
    expect(list).toHaveLength(2);
    const other = list.find(({ current }) => !current);
    expect(other?.address).toBe('10.0.0.9');
    expect((await home.send('delete', `/me/sessions/${other?.id}`)).status).toBe(200);
    expect((await lost.get('/me')).status).toBe(401);
    const stranger = await browser().signIn('registrar');
    const mine = (await home.get('/me/sessions')).body as { id: string }[];
    expect(problemsIn(await stranger.send('delete', `/me/sessions/${mine[0]?.id}`))).toEqual(['not_found']);
  });
});

describe('requests of foreign pages', () => {
  it('are refused without the token of our own page', async () => {
    const visitor = await browser().signIn('registrar');
    const { csrfToken } = visitor;
    visitor.csrfToken = '';
    expect(problemsIn(await visitor.send('patch', '/me', { language: 'ru' }))).toEqual(['csrf_failed']);
    visitor.csrfToken = `${csrfToken.slice(0, -1)}_`;
    expect(problemsIn(await visitor.send('patch', '/me', { language: 'ru' }))).toEqual(['csrf_failed']);
    visitor.csrfToken = csrfToken;
    expect((await visitor.send('patch', '/me', { language: 'ru' })).body).toMatchObject({ language: 'ru' });
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin but another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('are refused from %s, even to sign in', async (_, headers) => {
    const answer = await request(api.url)
      .post('/api/sign-in')
      .set(headers)
      .send({ login: 'registrar', password: testPassword });
    expect(answer.status).toBe(403);
    expect(problemsIn(answer)).toEqual(['csrf_failed']);
  });

  it('are taken from our own address', async () => {
    for (const origin of ['https://exam.example.kz', api.url])
      expect(
        (
          await request(api.url)
            .post('/api/sign-in')
            .set({ origin })
            .send({ login: 'registrar', password: testPassword })
        ).status,
      ).toBe(200);
  });
});

describe('wrong guesses', () => {
  it('are slowed down for a stranger, more and more, and heard again after the wait', async () => {
    await addAccount(api, { institutionId: college, login: 'guessed', roles: ['candidate'] });
    const thief = from('10.6.6.6');
    for (let guess = 0; guess < 5; guess += 1)
      expect((await thief.trySignIn('guessed', 'wrong guess')).status).toBe(401);
    const slowed = await thief.trySignIn('guessed', 'wrong guess');
    expect(slowed.status).toBe(429);
    expect(slowed.body).toEqual({ problems: [{ code: 'too_many_requests', params: { seconds: 5 } }] });
    expect(slowed.headers['retry-after']).toBe('5');
    expect((await thief.trySignIn('guessed')).status).toBe(429);
    api.clock.advance(5000);
    expect((await thief.trySignIn('guessed', 'wrong guess')).status).toBe(401);
    expect((await thief.trySignIn('guessed', 'wrong guess')).body).toMatchObject({
      problems: [{ params: { seconds: 10 } }],
    });
    expect((await from('10.7.7.7').trySignIn('guessed')).status).toBe(200);
  });

  it('of any number of strangers never keep the owner out of a browser in which he signed in before', async () => {
    await addAccount(api, { institutionId: college, login: 'owner', roles: ['candidate'] });
    const own = await from('10.1.1.1').signIn('owner');
    await own.post('/sign-out');
    const guesses = Array.from({ length: 120 }, (_, index) =>
      from(`10.8.${index % 40}.1`).trySignIn('owner', 'wrong guess'),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect((await from('10.9.9.9').trySignIn('owner')).status).toBe(429);
    expect((await own.trySignIn('owner')).status).toBe(200);
    // A hundred passwords are hashed on the way.
  }, 60_000);

  it('are slowed down for logins that do not exist in the same way', async () => {
    const thief = from('10.6.6.7');
    for (let guess = 0; guess < 5; guess += 1) await thief.trySignIn('not-there', 'wrong guess');
    expect((await thief.trySignIn('not-there', 'wrong guess')).status).toBe(429);
  });
});

describe('the second factor', () => {
  const code = (secret: string) => generateSync({ secret, epoch: Math.floor(api.clock.now().getTime() / 1000) });
  let secret: string;
  let recoveryCodes: string[];

  beforeAll(async () => {
    await addAccount(api, { institutionId: college, login: 'careful', roles: ['teacher'] });
  });

  it('is set up with a first code and gives recovery codes once', async () => {
    const visitor = await browser().signIn('careful');
    const begun = await visitor.post('/me/totp');
    secret = (begun.body as { secret: string }).secret;
    expect(begun.body).toMatchObject({
      uri: expect.stringContaining('otpauth://totp/Aigaq:careful'),
      qrSvg: expect.stringContaining('<svg'),
    });
    expect(
      problemsIn(
        await visitor.post('/me/totp/confirmation', { code: code(secret) === '000000' ? '000001' : '000000' }),
      ),
    ).toEqual(['wrong_code code']);
    const confirmed = await visitor.post('/me/totp/confirmation', { code: code(secret) });
    recoveryCodes = (confirmed.body as { recoveryCodes: string[] }).recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
    expect(problemsIn(await visitor.post('/me/totp'))).toEqual(['already_exists']);
    const [stored] = await api.app
      .get(Database)
      .manager.query<{ totp_secret: string }[]>(`select totp_secret from account where login = 'careful'`);
    expect(stored?.totp_secret).not.toContain(secret);
  });

  it('is asked for after the password, and until then nothing else is answered', async () => {
    const visitor = browser();
    expect((await visitor.trySignIn('careful')).body).toEqual({ step: 'second_factor' });
    expect(problemsIn(await visitor.get('/me'))).toEqual(['second_factor_needed']);
    api.clock.advance(30_000);
    const answer = await visitor.post('/sign-in/second-factor', { code: code(secret) });
    expect(answer.body).toMatchObject({ step: 'done', me: { login: 'careful', secondFactor: true } });
    expect((await visitor.get('/me')).status).toBe(200);
  });

  it('takes each code once', async () => {
    const visitor = browser();
    await visitor.trySignIn('careful');
    expect(problemsIn(await visitor.post('/sign-in/second-factor', { code: code(secret) }))).toEqual(['wrong_code']);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const recovery = recoveryCodes[0] ?? '';
    const visitor = browser();
    await visitor.trySignIn('careful');
    expect(
      (await visitor.post('/sign-in/second-factor', { code: recovery.toUpperCase().replaceAll('-', ' ') })).status,
    ).toBe(200);
    await visitor.trySignIn('careful');
    expect(problemsIn(await visitor.post('/sign-in/second-factor', { code: recovery }))).toEqual(['wrong_code']);
  });

  it('slows guesses at the code down', async () => {
    const visitor = browser();
    await visitor.trySignIn('careful');
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1)
      statuses.push((await visitor.post('/sign-in/second-factor', { code: 'zzzz-zzzz-zzzz' })).status);
    expect(statuses).toContain(429);
    api.clock.advance(24 * 3600 * 1000);
  });

  it('is removed only with the password', async () => {
    const visitor = browser();
    await visitor.trySignIn('careful');
    const signedIn = await visitor.post('/sign-in/second-factor', { code: code(secret) });
    visitor.keepToken(signedIn);
    expect(problemsIn(await visitor.send('delete', '/me/totp', { password: 'wrong' }))).toEqual([
      'wrong_credentials password',
    ]);
    expect((await visitor.send('delete', '/me/totp', { password: testPassword })).status).toBe(200);
    expect((await browser().trySignIn('careful')).body).toMatchObject({ step: 'done' });
  });

  it('has to be set up first where the institution demands it', async () => {
    const strict = await foundInstitution(api, 'strict', ['proctor']);
    await addAccount(api, { institutionId: strict, login: 'strict-proctor', roles: ['proctor'] });
    const visitor = await browser().signIn('strict-proctor');
    expect((await visitor.get('/me')).body).toMatchObject({ me: { secondFactorRequired: true } });
    expect(problemsIn(await visitor.get('/groups'))).toEqual(['second_factor_needed']);
    const own = ((await visitor.post('/me/totp')).body as { secret: string }).secret;
    expect((await visitor.post('/me/totp/confirmation', { code: code(own) })).status).toBe(200);
    expect((await visitor.get('/groups')).status).toBe(200);
  });
});

describe('passwords', () => {
  const next = 'жаңа ұзын құпия сөйлем';

  it('drawn for somebody have to be changed before anything else', async () => {
    await addAccount(api, {
      institutionId: college,
      login: 'fresh',
      roles: ['registrar'],
      password: 'rofa-kiru-temo-4829',
      mustChangePassword: true,
    });
    const visitor = await browser().signIn('fresh', 'rofa-kiru-temo-4829');
    const elsewhere = await from('10.0.0.2').signIn('fresh', 'rofa-kiru-temo-4829');
    expect(problemsIn(await visitor.get('/accounts'))).toEqual(['password_must_change']);
    const change = (current: string, chosen: string) => visitor.post('/me/password', { current, next: chosen });
    expect(problemsIn(await change('wrong', next))).toEqual(['wrong_credentials current']);
    expect(problemsIn(await change('rofa-kiru-temo-4829', 'rofa-kiru-temo-4829'))).toEqual(['password_unchanged next']);
    expect(problemsIn(await change('rofa-kiru-temo-4829', 'password1234'))).toEqual(['weak_password next']);
    expect(problemsIn(await change('rofa-kiru-temo-4829', 'short'))).toEqual(['too_short next']);
    expect((await change('rofa-kiru-temo-4829', next)).status).toBe(200);
    expect((await visitor.get('/accounts')).status).toBe(200);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await browser().trySignIn('fresh', next)).status).toBe(200);
  });

  it('that were forgotten are replaced by a link in a mail, once and within half an hour', async () => {
    await addAccount(api, {
      institutionId: college,
      login: 'forgetful',
      roles: ['candidate'],
      email: 'forgetful@college.kz',
    });
    const open = await browser().signIn('forgetful');
    const ask = (login: string) => browser().post('/password-reset', { login, language: 'kk' });
    const answers = [await ask('Forgetful@college.kz'), await ask('nobody-at-all')];
    for (const answer of answers) expect(answer.body).toEqual({ done: true });
    await api.app.get(Outbox).drained();
    const administrator = await browser().signIn('admin');
    const mails = (await administrator.get('/mails')).body as {
      total: number;
      rows: { to: string; subject: string; text: string }[];
    };
    expect(mails.total).toBe(1);
    expect(mails.rows[0]).toMatchObject({ to: 'forgetful@college.kz', subject: expect.stringContaining('құпиясөз') });
    const token =
      /https:\/\/exam\.example\.kz\/reset-password\?token=([\w-]+)/.exec(mails.rows[0]?.text ?? '')?.[1] ?? '';
    const complete = (password: string) => browser().post('/password-reset/completion', { token, password });
    expect(problemsIn(await complete('forgetful12'))).toEqual(['too_short password']);
    expect(problemsIn(await complete('forgetful123'))).toEqual(['weak_password password']);
    expect((await complete(next)).status).toBe(200);
    expect((await open.get('/me')).status).toBe(401);
    expect(problemsIn(await complete('another long sentence'))).toEqual(['link_invalid']);
    expect((await browser().trySignIn('forgetful', next)).status).toBe(200);

    await ask('forgetful');
    await api.app.get(Outbox).drained();
    const late = (await administrator.get('/mails')).body as { rows: { text: string }[] };
    const lateToken = /token=([\w-]+)/.exec(late.rows[0]?.text ?? '')?.[1] ?? '';
    api.clock.advance(31 * 60 * 1000);
    const answer = await browser().post('/password-reset/completion', {
      token: lateToken,
      password: 'another long sentence',
    });
    expect(answer.status).toBe(410);
    expect(
      problemsIn(await browser().post('/password-reset/completion', { token: 'x'.repeat(43), password: next })),
    ).toEqual(['link_invalid']);
  });
});

describe('the mails', () => {
  it('are shown in a demonstration alone', async () => {
    const administrator = await browser().signIn('admin');
    expect((await administrator.get('/mails')).status).toBe(200);
    const config = api.app.get<ApiConfig>(API_CONFIG);
    Object.assign(config, { DEMO: false });
    expect(problemsIn(await administrator.get('/mails'))).toEqual(['not_found']);
    Object.assign(config, { DEMO: true });
  });
});

describe('accounts', () => {
  const fields = {
    login: 'new-one',
    familyName: 'Қуанышқызы',
    givenName: 'Әйім',
    language: 'kk',
    roles: ['candidate'],
  };

  it('are made with a first password on a slip, which works', async () => {
    const registrar = await browser().signIn('registrar');
    const made = await registrar.post('/accounts', fields);
    expect(made.status).toBe(200);
    const { slip, account } = made.body as {
      slip: { login: string; password: string; name: string };
      account: { id: string };
    };
    expect(slip).toMatchObject({ login: 'new-one', name: 'Қуанышқызы Әйім', group: null });
    expect((await browser().trySignIn('new-one', slip.password)).body).toMatchObject({
      me: { mustChangePassword: true },
    });
    expect(problemsIn(await registrar.post('/accounts', { ...fields, login: 'NEW-ONE' }))).toEqual([
      'already_exists login',
    ]);
    expect(await journal('account.created', account.id)).toBe(1);
  });

  it('are found by a part of the name, by role and page by page', async () => {
    const registrar = await browser().signIn('registrar');
    const found = (await registrar.get(`/accounts?search=${encodeURIComponent('қуаныш')}`)).body as {
      rows: { login: string }[];
      total: number;
    };
    expect(found).toMatchObject({ total: 1, rows: [{ login: 'new-one' }] });
    expect((await registrar.get('/accounts?search=%25')).body).toMatchObject({ total: 0 });
    const page = (await registrar.get('/accounts?role=candidate&page=2&pageSize=2')).body as {
      rows: unknown[];
      total: number;
    };
    expect(page.rows).toHaveLength(2);
    expect(page.total).toBeGreaterThan(4);
    expect(problemsIn(await registrar.get('/accounts?role=king&size=3')).sort()).toEqual([
      'not_one_of role',
      'unknown_key size',
    ]);
  });

  it('are not made or changed above the own rank', async () => {
    const registrar = await browser().signIn('registrar');
    const administrator = await browser().signIn('admin');
    expect(problemsIn(await registrar.post('/accounts', { ...fields, login: 'x1', roles: ['teacher'] }))).toEqual([
      'forbidden roles',
    ]);
    expect(
      problemsIn(await administrator.post('/accounts', { ...fields, login: 'x2', roles: ['platform_administrator'] })),
    ).toEqual(['forbidden roles']);
    const teacher = await addAccount(api, {
      institutionId: college,
      login: 'a-teacher',
      roles: ['teacher'],
      email: 'teacher@college.kz',
    });
    expect(problemsIn(await registrar.send('patch', `/accounts/${teacher}`, { email: 'mine@evil.example' }))).toEqual([
      'forbidden',
    ]);
    expect(problemsIn(await registrar.post('/account-slips', { accountIds: [teacher] }))).toEqual([
      'forbidden accountIds',
    ]);
    const changed = await administrator.send('patch', `/accounts/${teacher}`, {
      roles: ['teacher', 'proctor'],
      phone: '+7 701 000 00 00',
    });
    expect(changed.body).toMatchObject({
      roles: ['teacher', 'proctor'],
      phone: '+7 701 000 00 00',
      email: 'teacher@college.kz',
    });
  });

  it('keep the last administrator of the institution, who cannot disable himself either', async () => {
    const administrator = await browser().signIn('admin');
    const own = ((await administrator.get('/me')).body as { me: { id: string } }).me.id;
    expect(problemsIn(await administrator.send('patch', `/accounts/${own}`, { status: 'disabled' }))).toEqual([
      'forbidden status',
    ]);
    expect(problemsIn(await administrator.send('patch', `/accounts/${own}`, { roles: ['teacher'] }))).toEqual([
      'last_administrator roles',
    ]);
    const second = await addAccount(api, {
      institutionId: college,
      login: 'admin2',
      roles: ['institution_administrator'],
    });
    expect((await administrator.send('patch', `/accounts/${second}`, { status: 'disabled' })).body).toMatchObject({
      status: 'disabled',
    });
  });

  it('that are disabled are signed out at once', async () => {
    const id = await addAccount(api, { institutionId: college, login: 'leaving', roles: ['candidate'] });
    const visitor = await browser().signIn('leaving');
    await (await browser().signIn('registrar')).send('patch', `/accounts/${id}`, { status: 'disabled' });
    expect((await visitor.get('/me')).status).toBe(401);
    expect((await browser().trySignIn('leaving')).status).toBe(401);
  });

  it('of another institution are not there', async () => {
    const own = await addAccount(api, { institutionId: college, login: 'ours', roles: ['candidate'] });
    const foreigner = await browser().signIn('foreign-admin');
    const refusals = [
      await foreigner.get(`/accounts/${own}`),
      await foreigner.send('patch', `/accounts/${own}`, { familyName: 'Х' }),
      await foreigner.post('/account-slips', { accountIds: [own] }),
    ];
    for (const refusal of refusals) expect(problemsIn(refusal)[0]).toMatch(/^not_found/);
    expect((await foreigner.get('/accounts')).body).toMatchObject({ total: 1, rows: [{ login: 'foreign-admin' }] });
    const registrar = await browser().signIn('registrar');
    const group = (await registrar.post('/groups', { name: 'ИС-20', language: 'kk' })).body as { id: string };
    expect(problemsIn(await foreigner.post('/accounts', { ...fields, login: 'x3', groupIds: [group.id] }))).toEqual([
      'not_found groupIds',
    ]);
    expect((await foreigner.get('/groups')).body).toEqual([]);
    expect((await foreigner.get('/mails')).body).toMatchObject({ total: 0 });
  });
});

describe('a roster', () => {
  const upload = (visitor: Browser, name: string, bytes: Buffer) =>
    visitor.send('post', '/roster-imports').attach('file', bytes, { filename: name });
  const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'utf8');

  it('is previewed line by line, applied once, and gives slips that work', async () => {
    const registrar = await browser().signIn('registrar');
    await addAccount(api, { institutionId: university, login: 'taken-there', roles: ['candidate'] });
    const preview = await upload(
      registrar,
      'тізім.csv',
      csv(
        'Логин;ФИО;Группа;Почта;Язык',
        'zhanar;Оспанова Жанар Ерлановна;ИС-21;zhanar@college.kz;қазақша',
        'ruslan;Щукин Руслан;ИС-21;;русский',
        'ruslan;Щукин Руслан;ИС-21;;',
        'taken-there;Басқа Адам;ИС-21;;',
        ';Аты Жоқ;;;',
        'badmail;Қате Пошта;;not-a-mail;',
      ),
    );
    expect(preview.status).toBe(200);
    const view = preview.body as {
      id: string;
      fileName: string;
      rows: { line: number; action: string; problems: object[] }[];
    };
    expect(view).toMatchObject({
      fileName: 'тізім.csv',
      state: 'preview',
      counts: { create: 2, update: 0, unchanged: 0, refuse: 4 },
    });
    expect(
      view.rows.filter(({ action }) => action === 'refuse').map(({ line, problems }) => ({ line, problems })),
    ).toEqual([
      { line: 4, problems: [{ code: 'duplicate_in_file', field: 'login', params: { line: 3 } }] },
      { line: 5, problems: [{ code: 'already_exists', field: 'login' }] },
      { line: 6, problems: [{ code: 'required', field: 'login' }] },
      { line: 7, problems: [{ code: 'bad_format', field: 'email' }] },
    ]);
    const foreigner = await browser().signIn('foreign-admin');
    expect(problemsIn(await foreigner.get(`/roster-imports/${view.id}`))).toEqual(['not_found']);
    expect(problemsIn(await foreigner.post(`/roster-imports/${view.id}/application`))).toEqual(['not_found']);

    const applied = (await registrar.post(`/roster-imports/${view.id}/application`)).body as {
      slips: { login: string; password: string; group: string }[];
    };
    expect(applied).toMatchObject({
      created: 2,
      updated: 0,
      refused: 4,
      slips: [{ login: 'zhanar', group: 'ИС-21' }, { login: 'ruslan' }],
    });
    expect((await browser().trySignIn('zhanar', applied.slips[0]?.password)).status).toBe(200);
    expect(problemsIn(await registrar.post(`/roster-imports/${view.id}/application`))).toEqual(['not_in_this_state']);
    expect((await registrar.get('/groups')).body).toContainEqual(
      expect.objectContaining({ name: 'ИС-21', members: 2 }),
    );
  });

  it('updates those who are there already and leaves the rest as it is', async () => {
    const registrar = await browser().signIn('registrar');
    const preview = await upload(
      registrar,
      'again.csv',
      csv('login,family name,given name,phone', 'zhanar,Оспанова,Жанар,+77011234567', 'ruslan,Щукин,Руслан,'),
    );
    const view = preview.body as { id: string; counts: object };
    expect(view.counts).toEqual({ create: 0, update: 1, unchanged: 1, refuse: 0 });
    expect((await registrar.post(`/roster-imports/${view.id}/application`)).body).toMatchObject({
      created: 0,
      updated: 1,
      slips: [],
    });
    const found = (await registrar.get('/accounts?search=zhanar')).body as { rows: object[] };
    expect(found.rows[0]).toMatchObject({
      phone: '+77011234567',
      email: 'zhanar@college.kz',
      groups: [{ name: 'ИС-21' }],
      patronymic: 'Ерлановна',
    });
  });

  it('is read from a workbook, whose numbers are text to it', async () => {
    const registrar = await browser().signIn('registrar');
    const workbook = makeWorkbook([
      ['Логин', 'Тегі', 'Аты', 'Телефон'],
      ['xlsx1', 'Әлиев', 'Ғани', 77_011_234_567],
      [null, null, null, null],
      ['xlsx2', null, 'Ұлан', null],
    ]);
    expect((await upload(registrar, 'тізім.XLSX', workbook)).body).toMatchObject({
      counts: { create: 1, refuse: 1 },
      rows: [
        { line: 2, login: 'xlsx1', familyName: 'Әлиев', givenName: 'Ғани', phone: '77011234567' },
        { line: 4, login: 'xlsx2', problems: [{ code: 'required', field: 'familyName' }] },
      ],
    });
  });

  it('refuses at its application what was taken meanwhile', async () => {
    const registrar = await browser().signIn('registrar');
    const preview = await upload(registrar, 'race.csv', csv('login,full name', 'racer,Бір Екі', 'second,Үш Төрт'));
    await addAccount(api, { institutionId: university, login: 'racer', roles: ['candidate'] });
    const applied = await registrar.post(`/roster-imports/${(preview.body as { id: string }).id}/application`);
    expect(applied.body).toMatchObject({ created: 1, refused: 1, slips: [{ login: 'second' }] });
  });

  it.each([
    ['an empty file', 'a.csv', Buffer.alloc(0), ['file_empty file']],
    ['a heading alone', 'a.csv', csv('login,full name'), ['file_empty file']],
    [
      'a picture that calls itself CSV',
      'a.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      ['file_not_what_it_says file'],
    ],
    ['an archive that calls itself CSV', 'a.csv', Buffer.from('PK\u0003\u0004rest'), ['file_not_what_it_says file']],
    ['text that calls itself XLSX', 'a.xlsx', csv('login,full name', 'a,b c'), ['file_not_what_it_says file']],
    ['an archive that is no workbook', 'a.xlsx', Buffer.from('PK\u0003\u0004rest'), ['file_unreadable file']],
    [
      'unknown and missing columns',
      'a.csv',
      csv('login,Телефон2', 'a,b'),
      ['unknown_key Телефон2', 'required familyName', 'required givenName'],
    ],
    [
      'too many lines',
      'a.csv',
      csv('login,full name', ...Array.from({ length: 5001 }, (_, index) => `l${index},Бір Екі`)),
      ['too_long file'],
    ],
  ])('is refused when it is %s', async (_, name, bytes, problems) => {
    const registrar = await browser().signIn('registrar');
    expect(problemsIn(await upload(registrar, name, bytes))).toEqual(problems);
  });

  it('is refused without a file, and with a file that is too large', async () => {
    const registrar = await browser().signIn('registrar');
    expect(problemsIn(await registrar.post('/roster-imports'))).toEqual(['file_missing file']);
    const large = await upload(registrar, 'a.csv', Buffer.alloc(15 * 1024 * 1024 + 1, 'a'));
    expect(large.status).toBe(413);
  });
});

describe('slips', () => {
  it('give new passwords to many at once and end their sessions', async () => {
    const ids = await Promise.all(
      ['slip1', 'slip2'].map((login) => addAccount(api, { institutionId: college, login, roles: ['candidate'] })),
    );
    const visitor = await browser().signIn('slip1');
    const registrar = await browser().signIn('registrar');
    const slips = (await registrar.post('/account-slips', { accountIds: [...ids, ...ids] })).body as {
      login: string;
      password: string;
    }[];
    expect(slips.map(({ login }) => login).sort()).toEqual(['slip1', 'slip2']);
    expect((await visitor.get('/me')).status).toBe(401);
    expect((await browser().trySignIn('slip1')).status).toBe(401);
    const slip = slips.find(({ login }) => login === 'slip1');
    expect((await browser().trySignIn('slip1', slip?.password)).body).toMatchObject({
      me: { mustChangePassword: true },
    });
  });
});
