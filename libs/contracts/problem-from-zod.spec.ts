import { z } from 'zod';

import { problemsOf } from './problem-from-zod';
import { route } from './route';
import { routes } from './routes';

const shape = z.strictObject({
  name: z.string().min(3).max(5),
  age: z.number().min(18),
  kind: z.enum(['a', 'b']),
  items: z.array(z.strictObject({ text: z.string() })),
});

function problems(value: unknown): unknown {
  const parsed = shape.safeParse(value);
  return parsed.success ? [] : problemsOf(parsed.error);
}

describe('problems of what was sent', () => {
  const right = { name: 'abcd', age: 20, kind: 'a', items: [{ text: 'x' }] };

  it('are none when all is right', () => {
    expect(problems(right)).toEqual([]);
  });

  it('name an unknown key by its path', () => {
    expect(problems({ ...right, items: [{ text: 'x', colour: 'red' }] })).toEqual([
      { code: 'unknown_key', field: 'items.0.colour' },
    ]);
  });

  it('tell a missing field from a wrong type', () => {
    const { age: _age, ...withoutAge } = right;
    expect(problems(withoutAge)).toEqual([{ code: 'required', field: 'age', params: { expected: 'number' } }]);
    expect(problems({ ...right, age: 'twenty' })).toEqual([
      { code: 'wrong_type', field: 'age', params: { expected: 'number' } },
    ]);
  });

  it('give the limit that was broken', () => {
    expect(problems({ ...right, name: 'ab' })).toEqual([{ code: 'too_short', field: 'name', params: { limit: 3 } }]);
    expect(problems({ ...right, age: 3 })).toEqual([{ code: 'too_small', field: 'age', params: { limit: 18 } }]);
  });

  it('give the values that would do', () => {
    expect(problems({ ...right, kind: 'c' })).toEqual([
      { code: 'not_one_of', field: 'kind', params: { values: 'a, b' } },
    ]);
  });
});

describe('the route table', () => {
  it('has no two routes on one method and path', () => {
    const seen = Object.values(routes).map((each) => `${each.method} ${each.path}`);
    expect(seen.filter((each, index) => seen.indexOf(each) !== index)).toEqual([]);
  });

  it('declares who may call each route', () => {
    for (const each of Object.values(routes)) expect(each.access).toBeTruthy();
  });

  it('refuses what a route does not name', () => {
    const made = route({ method: 'GET', path: '/x', access: 'public' });
    expect(made.query.safeParse({ y: 1 }).success).toBe(false);
  });
});
