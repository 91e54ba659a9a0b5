import { routes } from '@aigaq/contracts';

import { addressOf, call, csrfHeader, keyOf, onLostSession, ProblemError, setCsrfToken } from './call';
import { connection } from './connection';

const id = '01a20ac0-fb8f-7000-843c-03eb285cdc24';
const answered = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

let sent: { url: string; init: RequestInit }[];
function serverAnswers(answer: () => Response | Promise<Response>): void {
  sent = [];
  globalThis.fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, init });
    return Promise.resolve().then(answer);
  }) as typeof fetch;
}
const refusal = (promise: Promise<unknown>): Promise<ProblemError> =>
  promise.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: ProblemError) => error,
  );

describe('a call of the API', () => {
  const realFetch = globalThis.fetch;
  afterAll(() => {
    globalThis.fetch = realFetch;
  });

  it('puts parameters into the path and the query behind it, leaving out what is empty', () => {
    expect(addressOf(routes.getEvent, { params: { id } })).toBe(`/api/events/${id}`);
    expect(addressOf(routes.listAccounts, { query: { search: 'Әлия & Co', role: 'proctor', group: undefined } })).toBe(
      '/api/accounts?search=%D3%98%D0%BB%D0%B8%D1%8F+%26+Co&role=proctor',
    );
    expect(addressOf(routes.object, { params: { token: 'a/b?c' } })).toBe('/api/objects/a%2Fb%3Fc');
  });

  it('sends JSON with the token that shows it to come from our page', async () => {
    setCsrfToken('token-1');
    serverAnswers(() => answered({ done: true }));
    await call(routes.changePassword, { body: { current: 'a', next: 'b' } });
    const { url, init } = sent[0] ?? { url: '', init: {} };
    expect(url).toBe('/api/me/password');
    expect(init.method).toBe('POST');
    expect((init.headers as Record<string, string>)[csrfHeader]).toBe('token-1');
    expect(JSON.parse(init.body as string)).toEqual({ current: 'a', next: 'b' });
  });

  it('sends files as a form', async () => {
    serverAnswers(() => answered({}));
    await call(routes.previewRoster, { files: { file: new File(['login'], 'roster.csv') } });
    const body = sent[0]?.init.body as FormData;
    expect((body.get('file') as File).name).toBe('roster.csv');
    expect((sent[0]?.init.headers as Record<string, string>)['content-type']).toBeUndefined();
  });

  it('throws what the server refused, with its status and incident', async () => {
    serverAnswers(() => answered({ problems: [{ code: 'too_late', field: 'opensAt' }], incident: 'i-1' }, 409));
    const error = await refusal(call(routes.listGroups));
    expect(error).toMatchObject({ status: 409, incident: 'i-1', offline: false });
    expect(error.has('too_late')).toBe(true);
  });

  it('says that the line is down where nobody answers, or only a balancer does', async () => {
    serverAnswers(() => Promise.reject(new TypeError('fetch failed')));
    expect((await refusal(call(routes.listGroups))).offline).toBe(true);
    expect(connection.online).toBe(false);
    serverAnswers(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect((await refusal(call(routes.listGroups))).offline).toBe(true);
    serverAnswers(() => answered([]));
    await call(routes.listGroups);
    expect(connection.online).toBe(true);
  });

  it('takes a page that is no answer of ours for a fault', async () => {
    serverAnswers(() => new Response('<h1>Oops</h1>', { status: 500 }));
    expect((await refusal(call(routes.listGroups))).problems).toEqual([{ code: 'internal' }]);
  });

  it('lets an aborted request be an aborted request', async () => {
    serverAnswers(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    const error = await refusal(call(routes.listGroups));
    expect(error).not.toBeInstanceOf(ProblemError);
    expect(connection.online).toBe(true);
  });

  it('tells once that the session is gone', async () => {
    const lost = jest.fn();
    onLostSession(lost);
    serverAnswers(() => answered({ problems: [{ code: 'not_signed_in' }] }, 401));
    await refusal(call(routes.listGroups));
    serverAnswers(() => answered({ problems: [{ code: 'wrong_credentials' }] }, 401));
    await refusal(call(routes.signIn, { body: { login: 'a', password: 'b' } }));
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('remembers a query under its route, so that all of a route can be forgotten at once', () => {
    const one = keyOf(routes.getEvent, { params: { id } });
    expect(one.slice(0, 2)).toEqual(keyOf(routes.getEvent));
    expect(keyOf(routes.getEvent)).not.toEqual(keyOf(routes.updateEvent));
  });
});
