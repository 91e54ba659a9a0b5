import type { AuthoredItem, EventFields } from '@aigaq/contracts';

type Described = Omit<EventFields, 'disciplineId' | 'ruleSetId' | 'opensAt' | 'closesAt'>;

export interface DemoExam {
  readonly discipline: { readonly code: string; readonly name: EventFields['title'] };
  readonly fields: Described;
  readonly items: readonly AuthoredItem[];
}

const options = (...texts: readonly string[]) => texts.map((text, index) => ({ id: 'abcdef'.charAt(index), text }));

/** Held now, in Kazakh, watched in full. */
export const databases: DemoExam = {
  discipline: { code: 'DB-2201', name: { kk: 'Деректер қоры', ru: 'Базы данных', en: 'Databases' } },
  fields: {
    kind: 'interim_attestation',
    title: {
      kk: 'Деректер қоры: аралық аттестаттау',
      ru: 'Базы данных: промежуточная аттестация',
      en: 'Databases: interim attestation',
    },
    language: 'kk',
    durationSeconds: 3600,
    profile: 'standard',
    profileReason:
      'Аттестаттау қашықтан өтеді: білім алушының жеке басын растау және емтихан барысын толық бейнежазу қажет ' +
      '(2020 жылғы 31 наурыздағы № 121 бұйрық, 2-тармақ).',
    aids: 'Таза қағаз бен қаламға рұқсат етіледі. Басқа материалдар мен құрылғыларды пайдалануға болмайды.',
  },
  items: [
    {
      type: 'choice',
      prompt: 'Реляциялық деректер қорында кестенің әр жолын бірмәнді анықтайтын кілт қалай аталады?',
      points: 5,
      options: options('Сыртқы кілт', 'Бастапқы кілт', 'Индекс', 'Көрініс'),
      correct: 'b',
    },
    {
      type: 'choice',
      prompt: 'Қай қосылу түрі екі кестенің шартқа сәйкес келетін жолдарын ғана қайтарады?',
      points: 5,
      options: options('LEFT JOIN', 'FULL OUTER JOIN', 'CROSS JOIN', 'INNER JOIN'),
      correct: 'd',
    },
    {
      type: 'choice',
      prompt: 'Топтастырылған жолдарға (GROUP BY орындалғаннан кейін) шарт қоятын сөйлем қайсысы?',
      points: 5,
      options: options('HAVING', 'WHERE', 'ORDER BY', 'DISTINCT'),
      correct: 'a',
    },
    {
      type: 'choice',
      prompt:
        '«Транзакция не толық орындалады, не мүлде орындалмайды» деген талап ACID қасиеттерінің қайсысына жатады?',
      points: 5,
      options: options(
        'Келісімділік (Consistency)',
        'Оқшаулау (Isolation)',
        'Атомарлық (Atomicity)',
        'Беріктік (Durability)',
      ),
      correct: 'c',
    },
    {
      type: 'multiple_choice',
      prompt: 'Деректерді өңдеу тіліне (DML) жататын командаларды таңдаңыз.',
      points: 10,
      options: options('INSERT', 'CREATE TABLE', 'UPDATE', 'ALTER TABLE', 'DELETE'),
      correct: ['a', 'c', 'e'],
      scoring: 'partial',
    },
    {
      type: 'multiple_choice',
      prompt: 'Үшінші қалыпты форма (3NF) туралы дұрыс тұжырымдарды таңдаңыз.',
      points: 10,
      options: options(
        'Кесте екінші қалыпты формада болуы керек',
        'Кестеде сыртқы кілт болмауы керек',
        'Кілттік емес атрибуттар бастапқы кілтке транзитивті түрде тәуелді болмауы керек',
        'Кестеде бір ғана баған болуы керек',
      ),
      correct: ['a', 'c'],
      scoring: 'all',
    },
    {
      type: 'text_entry',
      prompt: 'Кестеден деректерді іріктеп алатын SQL командасын жазыңыз (бір сөз).',
      points: 5,
      accepted: ['SELECT'],
      caseSensitive: false,
    },
    {
      type: 'text_entry',
      prompt: '«Деректер қорын басқару жүйесі» тіркесінің қысқартылған атауын жазыңыз.',
      points: 5,
      accepted: ['ДҚБЖ', 'СУБД', 'DBMS'],
      caseSensitive: false,
    },
    {
      type: 'text_entry',
      prompt:
        'students кестесінде 30 жол, ал teams кестесінде 4 жол бар.\n\n' +
        'SELECT * FROM students CROSS JOIN teams;\n\n' +
        'Бұл сұраныс неше жол қайтарады? Жауапты санмен жазыңыз.',
      points: 10,
      accepted: ['120'],
      caseSensitive: false,
    },
    {
      type: 'extended_text',
      prompt:
        'Деректер қорын қалыпқа келтіру (нормалдау) не үшін қажет? Қалыпқа келтірілмеген кестеде пайда болатын кемінде ' +
        'екі аномалияны мысалмен түсіндіріңіз.',
      points: 40,
      guidance:
        'Артықшылықты азайту және тұтастық – 10 балл. Енгізу, жаңарту, жою аномалияларының екеуі мысалмен – әрқайсысы ' +
        '12 балл. Терминдердің дұрыс қолданылуы – 6 балл.',
      maxWords: 300,
    },
  ],
};

/** Still a draft, in Russian, for those who want to go on with it. */
export const networks: DemoExam = {
  discipline: {
    code: 'NET-1102',
    name: { kk: 'Компьютерлік желілер', ru: 'Компьютерные сети', en: 'Computer networks' },
  },
  fields: {
    kind: 'current_control',
    title: {
      kk: 'Компьютерлік желілер: ағымдағы бақылау',
      ru: 'Компьютерные сети: текущий контроль',
      en: 'Computer networks: current control',
    },
    language: 'ru',
    durationSeconds: 1800,
    profile: 'light',
    profileReason: '',
    aids: 'Калькулятор.',
  },
  items: [
    {
      type: 'choice',
      prompt: 'На каком уровне модели OSI работает протокол IP?',
      points: 2,
      options: options('Канальный', 'Сетевой', 'Транспортный', 'Прикладной'),
      correct: 'b',
    },
    {
      type: 'multiple_choice',
      prompt: 'Какие из адресов относятся к частным диапазонам (RFC 1918)?',
      points: 4,
      options: options('10.1.2.3', '172.15.0.1', '192.168.100.7', '193.168.0.1'),
      correct: ['a', 'c'],
      scoring: 'partial',
    },
    {
      type: 'text_entry',
      prompt: 'Сколько узлов можно адресовать в сети с маской 255.255.255.224? Ответьте числом.',
      points: 4,
      accepted: ['30'],
      caseSensitive: false,
    },
  ],
};
