import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * Single keys of a dense page. `keys` maps a key to what it does: letters are Latin capitals and mean the place on the
 * keyboard where another layout (Kazakh, Russian) is on; `?`, `/`, `[`, `]`, `Space`, `Enter`, `Escape`, arrows and the
 * like are named as `KeyboardEvent.key` names them. Nothing happens while somebody types, or while a dialog is open
 * (`whileDialog` is for the keys of that dialog). WCAG 2.2, 2.1.4: letters can be turned off (`letterKeys`).
 */
export type Keys = Readonly<Partial<Record<string, (event: KeyboardEvent) => void>>>;

const remembered = 'aigaq.letterKeys';

class LetterKeys {
  private readonly listeners = new Set<() => void>();
  private enabled = localStorage.getItem(remembered) !== 'off';

  get on(): boolean {
    return this.enabled;
  }

  set(on: boolean): void {
    this.enabled = on;
    localStorage.setItem(remembered, on ? 'on' : 'off');
    this.listeners.forEach((listener) => listener());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export const letterKeys = new LetterKeys();

export function useLetterKeys(): boolean {
  return useSyncExternalStore(letterKeys.subscribe, () => letterKeys.on);
}

export function useKeys(keys: Keys, { whileDialog = false }: { whileDialog?: boolean } = {}): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const name = keyName(event);
      const action = name === undefined ? undefined : current.current[name];
      if (!action || !isFree(event, whileDialog, name)) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [whileDialog]);
}

/** `A` to `Z` by letter or by place, anything else by its name. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string | undefined {
  const { key, code } = event;
  if (/^[a-z]$/i.test(key)) return event.shiftKey ? undefined : key.toUpperCase();
  if (key === ' ') return 'Space';
  if (key.length > 1 || /^[\x21-\x7e]$/.test(key)) return key;
  // A letter of another alphabet: the key on which it lies.
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  return event.shiftKey ? undefined : (place ?? places[code]);
}

const places: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

function isFree(event: KeyboardEvent, whileDialog: boolean, name: string | undefined): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (name !== undefined && name.length === 1 && !letterKeys.on && name !== '?') return false;
  if (target?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'))
    return false;
  // A focused control keeps the keys that are its own.
  if (name === 'Enter' && target?.closest('a, button, summary, [role=button], [role=tab], [role=option]')) return false;
  if (name === 'Space' && target?.closest('a, button, summary, input, [role=button], [role=tab]')) return false;
  if (target?.closest('[role=menu], [role=listbox], [role=tablist]') && name !== undefined && name.startsWith('Arrow'))
    return false;
  const dialog = document.querySelector('[role=dialog][aria-modal=true]');
  return whileDialog || !dialog;
}
