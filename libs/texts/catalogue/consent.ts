import { defineTexts } from '../wording';

/**
 * The notice before a sitting. Whoever changes a word here raises `consentVersion` in proctoring: what somebody agreed
 * to is kept with its number and its hash.
 */
export const consentTexts = defineTexts({
  'consent.title': {
    kk: 'Дербес деректерді өңдеуге келісім',
    ru: 'Согласие на обработку персональных данных',
    en: 'Consent to the processing of personal data',
  },

  'consent.parties.heading': { kk: 'Кім сұрайды және не үшін', ru: 'Кто просит и зачем', en: 'Who asks, and what for' },
  'consent.parties.operator': {
    kk: 'Деректерді жинайтын және өңдейтін ұйым: {{institution}}.',
    ru: 'Организация, которая собирает и обрабатывает данные: {{institution}}.',
    en: 'The institution that collects and processes the data: {{institution}}.',
  },
  'consent.parties.subject': {
    kk: 'Деректері өңделетін адам: {{name}}.',
    ru: 'Человек, чьи данные обрабатываются: {{name}}.',
    en: 'The person whose data are processed: {{name}}.',
  },
  'consent.parties.event': {
    kk: 'Іс-шара: {{title}} ({{discipline}}), {{date}}.',
    ru: 'Мероприятие: {{title}} ({{discipline}}), {{date}}.',
    en: 'The event: {{title}} ({{discipline}}), {{date}}.',
  },
  'consent.parties.purpose': {
    kk: 'Мақсаты: тапсырмаларды өзіңіз және рұқсат етілген құралдармен орындағаныңызды растау, ал дау туса, не болғанын тексеру.',
    ru: 'Цель: подтвердить, что вы выполняете задания сами и разрешёнными средствами, а при споре проверить, что произошло.',
    en: 'The purpose: to show that you do the work yourself and with the aids that are allowed, and to check what happened if that is disputed.',
  },
  'consent.parties.basis': {
    kk: 'Құқықтық негізі: {{basis}}.',
    ru: 'Правовое основание: {{basis}}.',
    en: 'The legal basis: {{basis}}.',
  },
  'consent.parties.reason': {
    kk: 'Бақылаудың осы деңгейі таңдалған себеп: {{reason}}',
    ru: 'Почему выбран этот уровень наблюдения: {{reason}}',
    en: 'Why this level of proctoring was chosen: {{reason}}',
  },

  'consent.collected.heading': { kk: 'Не жиналады', ru: 'Что собирается', en: 'What is collected' },
  'consent.collected.answers': {
    kk: 'Жауаптарыңыз және олардың сақталған уақыты.',
    ru: 'Ваши ответы и время сохранения каждого из них.',
    en: 'Your answers and the time at which each was saved.',
  },
  'consent.collected.technical': {
    kk: 'Техникалық мәліметтер: браузердің атауы, желілік мекенжай, жабдықты тексеру нәтижесі, байланыс орнаған және үзілген сәттер.',
    ru: 'Технические сведения: название браузера, сетевой адрес, результат проверки оборудования, моменты появления и потери связи.',
    en: 'Technical data: the name of your browser, your network address, the result of the device check, when the connection came and went.',
  },
  'consent.collected.messages': {
    kk: 'Проктормен жазысқан хабарламаларыңыз.',
    ru: 'Ваша переписка с проктором.',
    en: 'The messages between you and the proctor.',
  },
  'consent.collected.camera': {
    kk: 'Камераңыздың бейнесі: басынан аяғына дейін жазылады.',
    ru: 'Изображение вашей камеры: записывается от начала до конца.',
    en: 'The picture of your camera: recorded from the start to the end.',
  },
  'consent.collected.screen': {
    kk: 'Бүкіл экраныңыз: басынан аяғына дейін жазылады. Жеке терезелер мен хабарландыруларды алдын ала жабыңыз.',
    ru: 'Весь ваш экран: записывается от начала до конца. Заранее закройте личные окна и уведомления.',
    en: 'Your whole screen: recorded from the start to the end. Close private windows and notifications beforehand.',
  },
  'consent.collected.microphone': {
    kk: 'Микрофоныңыздың дыбысы: басынан аяғына дейін жазылады.',
    ru: 'Звук вашего микрофона: записывается от начала до конца.',
    en: 'The sound of your microphone: recorded from the start to the end.',
  },
  'consent.collected.identity': {
    kk: 'Екі сурет: бетіңіз және жеке куәлігіңіз. Құжаттың нөмірі мен ЖСН браузеріңізден шықпай тұрып жабылады. Суреттерді адам салыстырады, бетті автоматты түрде салыстыру жоқ.',
    ru: 'Два снимка: ваше лицо и ваш документ. Номер документа и ИИН закрываются ещё в вашем браузере. Снимки сравнивает человек, автоматического сравнения лиц нет.',
    en: 'Two stills: your face and your document. The document’s number and your IIN are covered before they leave your browser. A person compares them; no machine does.',
  },
  'consent.collected.nothingMore': {
    kk: 'Бұдан басқа ештеңе жиналмайды: бөлме сканерленбейді, биометриялық үлгілер жасалмайды, файлдарыңыз бен басқа бағдарламаларыңыз оқылмайды.',
    ru: 'Больше ничего не собирается: комната не сканируется, биометрические шаблоны не создаются, ваши файлы и другие программы не читаются.',
    en: 'Nothing else is collected: the room is not scanned, no biometric template is made, your files and other programs are not read.',
  },
  'consent.collected.fullScreen': {
    kk: 'Шарты: емтихан беті толық экранда ашылады.',
    ru: 'Условие: страница экзамена открыта на весь экран.',
    en: 'A condition: the exam page fills the screen.',
  },
  'consent.collected.aloneInRoom': {
    kk: 'Шарты: бөлмеде жалғыз боласыз. Егер бұл мүмкін болмаса, себебін айтып, өтудің басқа жолын сұраңыз.',
    ru: 'Условие: в комнате вы одни. Если это невозможно, назовите причину и попросите о другом способе участия.',
    en: 'A condition: you are alone in the room. If that cannot be, say why and ask for another way.',
  },

  'consent.detectors.heading': {
    kk: 'Автоматты түрде не байқалады',
    ru: 'Что отмечается автоматически',
    en: 'What is noted automatically',
  },
  'consent.detectors.intro': {
    kk: 'Төмендегі сәттерді бағдарлама өзі белгілейді. Әр белгі — басы мен аяғы бар машиналық байқау, айыптау емес.',
    ru: 'Следующие моменты программа отмечает сама. Каждая отметка — машинное наблюдение с началом и концом, а не обвинение.',
    en: 'A program notes the following by itself. Each note is an observation made by a machine, with a start and an end; it accuses nobody.',
  },
  'consent.detectors.line': {
    kk: '{{name}} ({{code}}). {{explanation}}',
    ru: '{{name}} ({{code}}). {{explanation}}',
    en: '{{name}} ({{code}}). {{explanation}}',
  },
  'consent.detectors.never': {
    kk: 'Эмоциялар, күйзеліс, зейін немесе адалдық ешқашан бағаланбайды, бетіңіз бойынша сізді ешкім танымайды.',
    ru: 'Эмоции, стресс, внимание и честность не оцениваются никогда; распознавания личности по лицу нет.',
    en: 'Emotions, stress, attention and honesty are never inferred; nobody is recognised by the face.',
  },

  'consent.seen.heading': { kk: 'Кім көреді', ru: 'Кто это видит', en: 'Who sees it' },
  'consent.seen.live': {
    kk: 'Іс-шара кезінде: осы іс-шараға тағайындалған прокторлар.',
    ru: 'Во время мероприятия: прокторы, назначенные на это мероприятие.',
    en: 'During the event: the proctors who are assigned to it.',
  },
  'consent.seen.review': {
    kk: 'Кейін: осы іс-шараның емтихан алушылары мен прокторлары. Жазбаны кім, қашан қарағаны жазылып қалады және сізге көрсетіледі.',
    ru: 'После: экзаменаторы и прокторы этого мероприятия. Кто и когда смотрел запись, фиксируется и видно вам.',
    en: 'Afterwards: the examiners and proctors of this event. Who looked at a recording, and when, is written down and shown to you.',
  },
  'consent.seen.work': {
    kk: 'Жауаптарыңызды осы іс-шараның емтихан алушылары мен жауапты қызметкерлері көреді.',
    ru: 'Ваши ответы видят экзаменаторы и ответственные сотрудники этого мероприятия.',
    en: 'Your answers are seen by the examiners and the staff in charge of this event.',
  },
  'consent.seen.candidates': {
    kk: 'Басқа қатысушылар сізді көрмейді және естімейді.',
    ru: 'Другие участники вас не видят и не слышат.',
    en: 'Other candidates neither see nor hear you.',
  },
  'consent.seen.transfer': {
    kk: 'Деректер ұйымның өз серверлерінде сақталады: үшінші тұлғаларға берілмейді, шетелге жіберілмейді, ашық көздерде жарияланбайды.',
    ru: 'Данные хранятся на собственных серверах организации: третьим лицам не передаются, за границу не отправляются, в открытых источниках не публикуются.',
    en: 'The data stay on the institution’s own servers: they are not passed to third parties, not sent abroad, not published.',
  },

  'consent.kept.heading': { kk: 'Қанша сақталады', ru: 'Сколько хранится', en: 'How long it is kept' },
  'consent.kept.identity': {
    kk: 'Екі сурет емтихан аяқталған бойда жойылады; тексеру нәтижесі мен құжат нөмірінің соңғы төрт таңбасы қалады.',
    ru: 'Оба снимка удаляются, как только экзамен закончен; остаются результат проверки и последние четыре знака номера документа.',
    en: 'Both stills are deleted as soon as the exam has ended; the result of the check and the last four characters of the document’s number stay.',
  },
  'consent.kept.recording': {
    kk: {
      one: 'Жазбалар нәтижелер түпкілікті болғаннан кейін {{count}} күн сақталады.',
      other: 'Жазбалар нәтижелер түпкілікті болғаннан кейін {{count}} күн сақталады.',
    },
    ru: {
      one: 'Записи хранятся {{count}} день после того, как результаты стали окончательными.',
      few: 'Записи хранятся {{count}} дня после того, как результаты стали окончательными.',
      many: 'Записи хранятся {{count}} дней после того, как результаты стали окончательными.',
      other: 'Записи хранятся {{count}} дня после того, как результаты стали окончательными.',
    },
    en: {
      one: 'Recordings are kept for {{count}} day after the results are final.',
      other: 'Recordings are kept for {{count}} days after the results are final.',
    },
  },
  'consent.kept.incident': {
    kk: {
      one: 'Егер сіз туралы ескертумен шешім қабылданса, жазба істің аяқталуынан кейін {{count}} күн сақталады; апелляция кезінде жойылмайды.',
      other:
        'Егер сіз туралы ескертумен шешім қабылданса, жазба істің аяқталуынан кейін {{count}} күн сақталады; апелляция кезінде жойылмайды.',
    },
    ru: {
      one: 'Если принято решение с замечанием, запись хранится {{count}} день после закрытия дела; во время апелляции она не удаляется.',
      few: 'Если принято решение с замечанием, запись хранится {{count}} дня после закрытия дела; во время апелляции она не удаляется.',
      many: 'Если принято решение с замечанием, запись хранится {{count}} дней после закрытия дела; во время апелляции она не удаляется.',
      other:
        'Если принято решение с замечанием, запись хранится {{count}} дня после закрытия дела; во время апелляции она не удаляется.',
    },
    en: {
      one: 'If an incident is decided upon, the recording is kept for {{count}} day after the case is closed; it is not deleted during an appeal.',
      other:
        'If an incident is decided upon, the recording is kept for {{count}} days after the case is closed; it is not deleted during an appeal.',
    },
  },
  'consent.kept.access': {
    kk: {
      one: 'Кім қарағаны туралы жазбалар {{count}} күн сақталады.',
      other: 'Кім қарағаны туралы жазбалар {{count}} күн сақталады.',
    },
    ru: {
      one: 'Сведения о том, кто смотрел запись, хранятся {{count}} день.',
      few: 'Сведения о том, кто смотрел запись, хранятся {{count}} дня.',
      many: 'Сведения о том, кто смотрел запись, хранятся {{count}} дней.',
      other: 'Сведения о том, кто смотрел запись, хранятся {{count}} дня.',
    },
    en: {
      one: 'The log of who looked is kept for {{count}} day.',
      other: 'The log of who looked is kept for {{count}} days.',
    },
  },
  'consent.kept.work': {
    kk: 'Жауаптарыңыз, хабарламалар мен хаттамалар ұйымның істер номенклатурасында белгіленген мерзімде сақталады.',
    ru: 'Ваши ответы, переписка и протоколы хранятся сроки, установленные номенклатурой дел организации.',
    en: 'Your answers, the messages and the protocols are kept as long as the institution’s nomenclature of files says.',
  },

  'consent.decision.heading': { kk: 'Шешімді кім қабылдайды', ru: 'Кто принимает решение', en: 'Who decides' },
  'consent.decision.person': {
    kk: 'Автоматты ештеңе емтиханды тоқтатпайды, бағаны төмендетпейді және сізді бұзушы деп таппайды. Әр белгіні адам қарайды; сізге залал келтіретін шешім үшін екінші адамның растауы керек.',
    ru: 'Ничто автоматическое не останавливает экзамен, не снижает оценку и не признаёт вас нарушителем. Каждую отметку смотрит человек; решение не в вашу пользу подтверждает второй человек.',
    en: 'Nothing automatic stops the exam, lowers a grade or finds you at fault. A person looks at each note; a decision against you takes a second person.',
  },
  'consent.decision.network': {
    kk: 'Байланыстың үзілуі және жабдықтың ақауы сізге қарсы қолданылмайды.',
    ru: 'Потеря связи и неисправность оборудования не обращаются против вас.',
    en: 'A lost connection or failing equipment is never held against you.',
  },

  'consent.rights.heading': { kk: 'Құқықтарыңыз', ru: 'Ваши права', en: 'Your rights' },
  'consent.rights.alternative': {
    kk: 'Келісім бермеуге және бір басумен өтудің басқа жолын сұрауға болады: басқа жерде, басқа түрде немесе басқа күні. Бұл сізге зиян келтірмейді.',
    ru: 'Можно не давать согласия и одним нажатием попросить о другом способе: в другом месте, в другой форме или в другой день. Это не повредит вам.',
    en: 'You may refuse and ask, with one click, for another way: in another place, in another form or on another day. It will not be to your disadvantage.',
  },
  'consent.rights.record': {
    kk: 'Сіз туралы не белгіленгенін, не шешілгенін және кім қарағанын көруге, түсініктеме беруге, шешімге шағымдануға, деректеріңіздің көшірмесін алуға және оларды түзетуге құқығыңыз бар.',
    ru: 'Вы вправе видеть, что о вас отмечено, что решено и кто смотрел, дать объяснение, обжаловать решение, получить копию своих данных и исправить их.',
    en: 'You may see what was noted about you, what was decided and who looked; explain yourself; appeal; have a copy of your data, and have them corrected.',
  },
  'consent.rights.withdraw': {
    kk: 'Келісімді ұйымға жазып, кері қайтарып алуға болады. Содан кейін деректер заң талап еткеннен артық өңделмейді; басталған емтиханды бұл жағдайда басқа жолмен тапсырасыз.',
    ru: 'Согласие можно отозвать, написав в организацию. После этого данные не обрабатываются сверх того, что требует закон; начатый экзамен вы в этом случае сдаёте другим способом.',
    en: 'You may withdraw your consent by writing to the institution. From then on the data are processed no further than the law demands; an exam that has begun is then taken in another way.',
  },
  'consent.rights.term': {
    kk: 'Келісім жоғарыда аталған сақтау мерзімдері аяқталғанша жарамды.',
    ru: 'Согласие действует до окончания названных выше сроков хранения.',
    en: 'The consent holds until the periods named above have ended.',
  },

  'consent.complaint.heading': { kk: 'Шағым', ru: 'Жалоба', en: 'Complaints' },
  'consent.complaint.where': {
    kk: 'Шағымды мына ұйымға жіберіңіз: {{institution}}. Оның жауабымен келіспесеңіз, дербес деректерді қорғау жөніндегі уәкілетті органға жүгінуге болады.',
    ru: 'Жалобу направляйте в организацию: {{institution}}. Если вы не согласны с ответом, можно обратиться в уполномоченный орган по защите персональных данных.',
    en: 'Send a complaint to {{institution}}. If its answer does not satisfy you, you may turn to the authority for the protection of personal data.',
  },
});
