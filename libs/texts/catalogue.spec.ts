import { catalogue, catalogueParts, createTexts, type TextKey } from './index';
import type { Wording } from './wording';

const languages = ['kk', 'ru', 'en'] as const;
const entries = Object.entries(catalogue) as [TextKey, Wording][];

function formsOf(wording: Wording, language: (typeof languages)[number]): string[] {
  const text = wording[language];
  return typeof text === 'string' ? [text] : (Object.values(text) as string[]);
}

function gapsOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

describe('the catalogue', () => {
  it('has every text in every language, none of them empty', () => {
    const empty = entries.filter(([, wording]) =>
      languages.some((language) => formsOf(wording, language).some((text) => text.trim() === '')),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('has the same gaps in all languages', () => {
    const uneven = entries.filter(([, wording]) => {
      const sets = languages.map((language) => new Set(formsOf(wording, language).flatMap(gapsOf)));
      return sets.some((set) => [...set].sort().join() !== [...(sets[0] ?? [])].sort().join());
    });
    expect(uneven.map(([key]) => key)).toEqual([]);
  });

  it('has all plural forms that a language needs', () => {
    const incomplete = entries.flatMap(([key, wording]) =>
      languages
        .filter((language) => {
          const text = wording[language];
          if (typeof text === 'string') return false;
          const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
          return needed.some((category) => !(category in text));
        })
        .map((language) => `${key} ${language}`),
    );
    expect(incomplete).toEqual([]);
  });

  it('names each key once', () => {
    const keys = catalogueParts.flatMap((part) => Object.keys(part));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('fills gaps and picks the plural form of the language', () => {
    const texts = createTexts('ru');
    expect(texts.t('product.name')).toBe('Айгак');
  });
});
