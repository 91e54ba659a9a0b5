import { defineTexts } from '../wording';

/** Frame, menu and home page. */
export const staffTexts = defineTexts({
  'nav.section.work': { kk: 'Жұмыс', ru: 'Работа', en: 'Work' },
  'nav.section.institution': { kk: 'Оқу орны', ru: 'Организация', en: 'Institution' },
  'nav.home': { kk: 'Басты бет', ru: 'Главная', en: 'Home' },
  'nav.account': { kk: 'Менің аккаунтым', ru: 'Моя учётная запись', en: 'My account' },
  'nav.people': { kk: 'Адамдар', ru: 'Люди', en: 'People' },
  'nav.groups': { kk: 'Топтар', ru: 'Группы', en: 'Groups' },
  'nav.disciplines': { kk: 'Пәндер', ru: 'Дисциплины', en: 'Disciplines' },
  'nav.events': { kk: 'Емтихандар', ru: 'Экзамены', en: 'Exams' },
  'nav.mails': { kk: 'Хаттар', ru: 'Письма', en: 'Mails' },
  'nav.journal': { kk: 'Әрекеттер журналы', ru: 'Журнал действий', en: 'Audit trail' },
  'home.greeting': { kk: 'Сәлеметсіз бе, {{name}}!', ru: 'Здравствуйте, {{name}}!', en: 'Hello, {{name}}' },
});
