/**
 * @jest-environment node
 */
const stored = new Map<string, string>();
Object.assign(globalThis, {
  localStorage: { getItem: (key: string) => stored.get(key) ?? null, setItem: stored.set.bind(stored) },
});

const press = (key: string, code: string, shiftKey = false) => ({ key, code, shiftKey });

describe('a key', () => {
  let keyName: (typeof import('./use-keys'))['keyName'];
  beforeAll(async () => {
    ({ keyName } = await import('./use-keys'));
  });

  it('is its letter, in small and in capital', () => {
    expect(keyName(press('w', 'KeyW'))).toBe('W');
    expect(keyName(press('z', 'KeyY'))).toBe('Z');
  });

  it('is the place on the keyboard while a Kazakh or Russian layout is on', () => {
    expect(keyName(press('ц', 'KeyW'))).toBe('W');
    expect(keyName(press('з', 'KeyP'))).toBe('P');
    expect(keyName(press('х', 'BracketLeft'))).toBe('[');
    expect(keyName(press('ң', 'Digit4'))).toBeUndefined();
  });

  it('keeps the name of what is no letter', () => {
    expect(keyName(press('?', 'Digit7', true))).toBe('?');
    expect(keyName(press(' ', 'Space'))).toBe('Space');
    expect(keyName(press('ArrowLeft', 'ArrowLeft'))).toBe('ArrowLeft');
  });
});
