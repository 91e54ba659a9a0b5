import { defineTexts } from '../wording';

export const commonTexts = defineTexts({
  'product.name': { kk: 'Айғақ', ru: 'Айгак', en: 'Aigaq' },
  'product.purpose': {
    kk: 'Колледждер мен жоғары оқу орындарындағы онлайн аттестаттау',
    ru: 'Онлайн-аттестация в колледжах и вузах',
    en: 'Online attestation for colleges and universities',
  },
  'language.kk': { kk: 'Қазақша', ru: 'Қазақша', en: 'Қазақша' },
  'language.ru': { kk: 'Русский', ru: 'Русский', en: 'Русский' },
  'language.en': { kk: 'English', ru: 'English', en: 'English' },
});
