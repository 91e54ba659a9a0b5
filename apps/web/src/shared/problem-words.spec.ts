import { createTexts } from '@aigaq/texts';

import { fieldLabel, problemSentence } from './problem-words';

const i18n = createTexts('ru');
const texts = {
  t: (key: string) => i18n.t(key),
  tryText: (key: string, params: object = {}) => (i18n.exists(key) ? i18n.t(key, { ...params }) : undefined),
};

describe('a problem as a person reads it', () => {
  it('names the field in words, with its place in a list', () => {
    expect(fieldLabel('opensAt', texts.tryText)).toBe('Открывается');
    expect(fieldLabel('items.2.item.prompt', texts.tryText)).toBe('Задание 3, содержание, Текст вопроса');
    expect(fieldLabel('somethingElse', texts.tryText)).toBeUndefined();
  });

  it('is a sentence of the catalogue', () => {
    expect(problemSentence({ code: 'forbidden' }, texts)).toBe(i18n.t('problem.forbidden'));
  });
});
