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

  'home.ownExams': { kk: 'Өзім тапсыратын емтихандар', ru: 'Экзамены, которые сдаю я', en: 'Exams that I sit myself' },
  'home.candidates': {
    kk: { one: '{{count}} білім алушы', other: '{{count}} білім алушы' },
    ru: {
      one: '{{count}} обучающийся',
      few: '{{count}} обучающихся',
      many: '{{count}} обучающихся',
      other: '{{count}} обучающихся',
    },
    en: { one: '{{count}} learner', other: '{{count}} learners' },
  },
  'home.check': { kk: 'Тексеру', ru: 'Проверить', en: 'Check' },
  'home.nothingNow': {
    kk: 'Қазір сізді күтіп тұрған іс жоқ',
    ru: 'Сейчас от вас ничего не требуется',
    en: 'Nothing needs you now',
  },
  'home.nothingNowHelp': {
    kk: 'Сізге қатысты емтихандар осы жерде, шұғылдығына қарай тізіледі.',
    ru: 'Здесь появятся экзамены, которые ждут вас, сначала самые срочные.',
    en: 'Exams that wait for you appear here, the most urgent first.',
  },
  'home.need.now': { kk: 'Қазір жүріп жатыр', ru: 'Идёт сейчас', en: 'Running now' },
  'home.need.soon': { kk: 'Жақында', ru: 'Скоро', en: 'Soon' },
  'home.need.announce': {
    kk: 'Бекітілді, жариялау керек',
    ru: 'Утверждены, нужно объявить',
    en: 'Approved, to be announced',
  },
  'home.need.approve': {
    kk: 'Жобалар: дайын болса, бекіту',
    ru: 'Черновики: утвердить, когда готовы',
    en: 'Drafts, to be approved when ready',
  },
  'home.need.draft': { kk: 'Жобалар', ru: 'Черновики', en: 'Drafts' },
  'home.need.review': {
    kk: 'Аяқталды, қарап шығу керек',
    ru: 'Завершены, нужно просмотреть',
    en: 'Ended, to be reviewed',
  },

  'mails.description': {
    kk: 'Көрсетілімде хаттар ешқайда жіберілмейді, осы жерде оқылады.',
    ru: 'В демонстрации письма никуда не уходят, их можно прочитать здесь.',
    en: 'In a demonstration no mail leaves the machine: read them here.',
  },
  'mails.empty': { kk: 'Әзірге хат жоқ', ru: 'Писем пока нет', en: 'No mails yet' },
  'mails.sent': { kk: 'жіберілді', ru: 'отправлено', en: 'sent' },
  'mails.waiting': { kk: 'тек осы жерде', ru: 'только здесь', en: 'only here' },

  'journal.description': {
    kk: 'Кім, қашан, не істеді. Жазбалар өзгертілмейді және өшірілмейді.',
    ru: 'Кто, когда и что сделал. Записи не меняются и не удаляются.',
    en: 'Who did what, and when. Lines are never changed or deleted.',
  },
  'journal.at': { kk: 'Уақыты', ru: 'Время', en: 'Time' },
  'journal.actor': { kk: 'Кім', ru: 'Кто', en: 'Who' },
  'journal.action': { kk: 'Әрекет', ru: 'Действие', en: 'Action' },
  'journal.subject': { kk: 'Неге қатысты', ru: 'К чему относится', en: 'Concerning' },
  'journal.data': { kk: 'Деректер', ru: 'Данные', en: 'Data' },
  'journal.more': { kk: 'Толығырақ', ru: 'Подробнее', en: 'More' },
  'journal.searchAction': { kk: 'Әрекет коды бойынша', ru: 'По коду действия', en: 'By the code of the action' },
});
