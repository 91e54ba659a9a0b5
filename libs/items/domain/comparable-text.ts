/**
 * A short answer in the form in which it is compared: composed letters, no blanks around and single ones within, and
 * small letters unless case counts. Lower case is taken of upper case, so that letters with several small forms
 * (such as σ and ς) meet; Kazakh and Russian letters have no rules of a locale's own.
 */
export function comparableText(text: string, caseSensitive: boolean): string {
  const plain = text
    .normalize('NFC')
    // Zero-width characters that are pasted along with a text and that nobody sees.
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return caseSensitive ? plain : plain.toUpperCase().toLowerCase();
}
