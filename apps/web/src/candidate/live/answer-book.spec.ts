import type { PresentedItem } from '@aigaq/contracts';

import { AnswerBook } from './answer-book';
import type { Answer } from './answers';

const essay: PresentedItem = { id: 'essay', position: 1, type: 'extended_text', prompt: 'Why?', points: 5 };
const choice: PresentedItem = { id: 'choice', position: 2, type: 'choice', prompt: 'Which?', points: 1, options: [] };

describe('the answers on the page', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  const bookThat = (keep: (answer: Answer & { itemId: string }) => Promise<void>) =>
    new AnswerBook([essay, choice], new Map(), keep, () => Date.now());
  const kept = () => {
    const lines: string[] = [];
    const book = bookThat(({ itemId, response, flagged }) => {
      const said = 'text' in response ? response.text : String(response.selected);
      lines.push(`${itemId}:${said}${flagged ? ' flagged' : ''}`);
      return Promise.resolve();
    });
    return { book, lines };
  };
  const type = (book: AnswerBook, text: string) => book.respond(essay, { type: 'extended_text', text });

  it('are written down at once where something is chosen or marked', () => {
    const { book, lines } = kept();
    book.respond(choice, { type: 'choice', selected: 'b' });
    book.flag(choice, true);
    expect(lines).toEqual(['choice:b', 'choice:b flagged']);
  });

  it('are written down in a pause of typing, whole', () => {
    const { book, lines } = kept();
    for (const text of ['a', 'ab', 'abc']) {
      type(book, text);
      jest.advanceTimersByTime(300);
    }
    expect(lines).toEqual([]);
    jest.advanceTimersByTime(700);
    expect(lines).toEqual(['essay:abc']);
  });

  it('do not wait for ever for a person who types without a pause', () => {
    const { book, lines } = kept();
    for (let index = 0; index < 30; index += 1) {
      type(book, 'x'.repeat(index + 1));
      jest.advanceTimersByTime(300);
    }
    expect(lines.length).toBeGreaterThanOrEqual(2);
  });

  it('stand on the page before they are on the disk', () => {
    const { book } = kept();
    type(book, 'abc');
    expect(book.answers.get().get('essay')?.response).toEqual({ type: 'extended_text', text: 'abc' });
  });

  it('are all on the disk after a flush', async () => {
    const { book, lines } = kept();
    type(book, 'abc');
    await book.flush();
    expect(lines).toEqual(['essay:abc']);
  });

  it('say when the disk takes nothing, and when it does again', async () => {
    let full = true;
    const book = bookThat(() => (full ? Promise.reject(new Error('full')) : Promise.resolve()));
    type(book, 'a');
    await book.flush();
    expect(book.failed.get()).toBe(true);
    full = false;
    type(book, 'ab');
    await book.flush();
    expect(book.failed.get()).toBe(false);
  });
});
