import i18next, { type i18n } from 'i18next';

import { catalogue, type TextKey } from './catalogue';
import type { Wording } from './wording';

export type TextLanguage = 'kk' | 'ru' | 'en';
export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

/** The catalogue of one language as i18next wants it: plural forms become keys with a suffix. */
export function resourcesOf(language: TextLanguage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, wording] of Object.entries(catalogue) as [string, Wording][]) {
    const text = wording[language];
    if (typeof text === 'string') flat[key] = text;
    else for (const [form, value] of Object.entries(text) as [string, string][]) flat[`${key}_${form}`] = value;
  }
  return flat;
}

/** An i18next instance over the whole catalogue; ready at once, throws on a key that does not exist. */
export function createTexts(language: TextLanguage): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {
      kk: { translation: resourcesOf('kk') },
      ru: { translation: resourcesOf('ru') },
      en: { translation: resourcesOf('en') },
    },
  });
  return instance;
}

let shared: i18n | undefined;

/** Translates into one language, for mails, documents and messages of the server. */
export function textsIn(language: TextLanguage): Translate {
  shared ??= createTexts('kk');
  const t = shared.getFixedT(language);
  return (key, params = {}) => t(key, params);
}
