import { createContext, useCallback, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';

import { languages, type Language, type Localized } from '@aigaq/contracts';
import { createTexts, type Translate } from '@aigaq/texts';

import { formatsOf, type Formats } from './formats';

const remembered = 'aigaq.language';

interface LanguageContext {
  choose: (language: Language) => void;
}
const Context = createContext<LanguageContext | null>(null);

export interface Texts extends Formats {
  /** A text of the catalogue; a key that does not exist does not compile. */
  t: Translate;
  /** For keys that are put together at run time, such as `problem.<code>`: undefined where there is none. */
  tryText: (key: string, params?: Readonly<Record<string, string | number>>) => string | undefined;
  language: Language;
  /** An institution's own text in the language of the page. */
  local: (text: Localized) => string;
}

/** Whether somebody chose a language on this device. */
export function hasChosenLanguage(): boolean {
  return localStorage.getItem(remembered) !== null;
}

/** The language that was chosen last on this device, else the browser's, else Kazakh. */
export function initialLanguage(): Language {
  const wished = [localStorage.getItem(remembered) ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
  return wished.find((tag): tag is Language => (languages as readonly string[]).includes(tag)) ?? 'kk';
}

const texts = createTexts(initialLanguage());

export function TextsProvider({ children }: { children: ReactNode }) {
  const choose = useCallback((language: Language) => {
    localStorage.setItem(remembered, language);
    void texts.changeLanguage(language);
  }, []);
  const context = useMemo(() => ({ choose }), [choose]);
  return (
    <I18nextProvider i18n={texts}>
      <Context value={context}>
        <DocumentLanguage />
        {children}
      </Context>
    </I18nextProvider>
  );
}

function DocumentLanguage() {
  const { language } = useTexts();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return null;
}

/** Switches the language of the whole page at once and remembers it on this device. */
export function useChooseLanguage(): (language: Language) => void {
  const context = useContext(Context);
  if (!context) throw new Error('TextsProvider is missing');
  return context.choose;
}

/** Texts, dates and numbers in the language of the page. */
export function useTexts(): Texts {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  return useMemo(() => {
    const t: Translate = (key, params = {}) => i18n.t(key, params);
    const tryText: Texts['tryText'] = (key, params = {}) =>
      i18n.exists(key, params) ? i18n.t(key, params) : undefined;
    return { t, tryText, language, local: (text: Localized) => text[language], ...formatsOf(language, t) };
    // i18n stays the same object when the language changes.
  }, [i18n, language]);
}
