/** Forms of a counted text by CLDR category: Kazakh and English need one and other, Russian all four. */
export interface Plural {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** One text in all three languages; gaps are written `{{name}}`, a counted text has `{{count}}`. */
export interface Wording {
  readonly kk: string | Plural;
  readonly ru: string | Plural;
  readonly en: string | Plural;
}

/** A part of the catalogue; a language that is left out does not compile. */
export function defineTexts<const Texts extends Readonly<Record<string, Wording>>>(texts: Texts): Texts {
  return texts;
}
