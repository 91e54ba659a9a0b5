import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { API_CONFIG, type ApiConfig } from '../../apps/api/src/config';
import { startApi, type TestApi } from '../support/api';
import { Browser } from '../support/people';

let api: TestApi;
let teacher: Browser;
let administrator: Browser;
let eventId: string;

const fields = () => {
  const now = api.clock.now().getTime();
  return {
    kind: 'current_control',
    title: { kk: 'Сынақ', ru: 'Проба', en: 'Trial' },
    language: 'kk',
    opensAt: new Date(now + 3_600_000).toISOString(),
    closesAt: new Date(now + 7_200_000).toISOString(),
    durationSeconds: 1800,
    profile: 'none',
  };
};

beforeAll(async () => {
  api = await startApi({ DEMO: '1' });
  const { DATA_DIR } = api.app.get<ApiConfig>(API_CONFIG);
  const accounts = JSON.parse(await readFile(join(DATA_DIR, 'demo-accounts.json'), 'utf8')) as { password: string }[];
  teacher = new Browser(api);
  await teacher.signIn('teacher', accounts[0]?.password);
  administrator = await new Browser(api).signIn('admin', accounts[0]?.password);
});
afterAll(() => api.stop());

async function made(): Promise<Record<string, unknown>> {
  const [discipline] = (await teacher.send('get', '/disciplines').expect(200)).body as { id: string }[];
  const [ruleSet] = (await teacher.send('get', '/rule-sets').expect(200)).body as { id: string }[];
  return { ...fields(), disciplineId: discipline?.id, ruleSetId: ruleSet?.id };
}

describe('bad input to the routes of schedule and exams', () => {
  beforeAll(async () => {
    const answer = await teacher.send('post', '/events', await made()).expect(200);
    ({ id: eventId } = answer.body as { id: string });
  });

  it.each([
    [{ colour: 'red' }, [{ code: 'unknown_key', field: 'colour' }]],
    [{ durationSeconds: '1800' }, [{ code: 'wrong_type', field: 'durationSeconds' }]],
    [{ durationSeconds: 5 }, [{ code: 'too_small', field: 'durationSeconds' }]],
    [{ kind: 'quiz' }, [{ code: 'not_one_of', field: 'kind' }]],
    [{ opensAt: 'tomorrow' }, [{ code: 'bad_format', field: 'opensAt' }]],
    [{ title: { kk: 'Сынақ', ru: '', en: 'Trial' } }, [{ code: 'too_short', field: 'title.ru' }]],
    [{ closesAt: '2020-01-01T00:00:00Z' }, [{ code: 'ends_before_start', field: 'closesAt' }]],
    [{ profile: 'strict' }, [{ code: 'profile_needs_reason', field: 'profileReason' }]],
    [{ aids: 'a\u0000b' }, [{ code: 'bad_format', field: 'aids' }]],
    [{ title: { kk: 'a\ud800b', ru: 'r', en: 'e' } }, [{ code: 'bad_format', field: 'title.kk' }]],
  ])('names field and reason: %j', async (part, problems) => {
    const answer = await teacher.send('post', '/events', { ...(await made()), ...part });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ problems });
  });

  it.each([
    [{ version: 0 }, 'required', 'items'],
    [{ version: 0, items: [{ item: { type: 'match', prompt: '?', points: 1 } }] }, undefined, 'items.0.item.type'],
    [
      {
        version: 0,
        items: [{ item: { type: 'text_entry', prompt: 'x', points: 1, accepted: [], caseSensitive: true } }],
      },
      'too_short',
      'items.0.item.accepted',
    ],
    [
      {
        version: 0,
        items: [
          { item: { type: 'text_entry', prompt: 'x', points: 1, accepted: ['x'], caseSensitive: true, hint: 'x' } },
        ],
      },
      'unknown_key',
      'items.0.item.hint',
    ],
    [
      {
        version: 0,
        items: [{ item: { type: 'text_entry', prompt: 'x\u0000', points: 1, accepted: ['x'], caseSensitive: true } }],
      },
      'bad_format',
      'items.0.item.prompt',
    ],
  ])('names the item: %j', async (body, code, field) => {
    const answer = await teacher.send('put', `/events/${eventId}/form`, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ problems: [{ field, ...(code === undefined ? {} : { code }) }] });
  });

  it('does not find what is not an id, nor what is nobody’s', async () => {
    await teacher.send('get', '/events/1').expect(400);
    await teacher.send('get', `/events/${eventId.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`).expect(404);
    await teacher.send('get', '/events?search=%00').expect(400);
    await teacher.send('get', '/events?page=0').expect(400);
  });

  it('refuses a state that is none, and a step that does not follow', async () => {
    await teacher.send('post', `/events/${eventId}/state`, { to: 'held' }).expect(400);
    await teacher.send('post', `/events/${eventId}/state`, { to: 'open' }).expect(409);
    await teacher.send('post', `/events/${eventId}/state`, { to: 'approved' }).expect(403);
  });

  it('takes "false" for no', async () => {
    const total = async (query: string): Promise<unknown> =>
      ((await administrator.send('get', `/events?${query}`).expect(200)).body as { total: number }).total;
    expect(await total('mine=true')).toBe(0);
    expect(await total('mine=false')).toBe(await total(''));
    await teacher.send('get', '/events?mine=perhaps').expect(400);
  });

  it('answers a search for anything with a page', async () => {
    for (const search of ["'; drop table event; --", '%', '\\', 'Ә']) {
      const answer = await teacher.send('get', `/events?search=${encodeURIComponent(search)}`).expect(200);
      expect(answer.body).toMatchObject({ page: 1 });
    }
  });
});
