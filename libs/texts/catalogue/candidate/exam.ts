import { defineTexts } from '../../wording';

/** The exam page and what may come over it. */
export const candidateExamTexts = defineTexts({
  'examPage.left': { kk: '{{time}} қалды', ru: 'осталось {{time}}', en: '{{time}} left' },
  'examPage.leftLabel': {
    kk: 'Қалған уақыт: {{duration}}',
    ru: 'Осталось времени: {{duration}}',
    en: 'Time left: {{duration}}',
  },
  'examPage.clockStopped': { kk: 'уақыт тоқтап тұр', ru: 'время остановлено', en: 'the clock is stopped' },
  'examPage.announceHalf': {
    kk: 'Уақыттың жартысы өтті. Қалғаны: {{duration}}.',
    ru: 'Прошла половина времени. Осталось {{duration}}.',
    en: 'Half of the time is over. {{duration}} left.',
  },
  'examPage.announceLeft': {
    kk: { one: '{{count}} минут қалды.', other: '{{count}} минут қалды.' },
    ru: {
      one: 'Осталась {{count}} минута.',
      few: 'Осталось {{count}} минуты.',
      many: 'Осталось {{count}} минут.',
      other: 'Осталось {{count}} минуты.',
    },
    en: { one: '{{count}} minute left.', other: '{{count}} minutes left.' },
  },
  'examPage.recording': { kk: 'жазылып жатыр', ru: 'идёт запись', en: 'recording' },
  'examPage.recordingPartly': { kk: 'жартылай жазылуда', ru: 'запись частично', en: 'recording in part' },
  'examPage.recordingOff': { kk: 'жазба үзілді', ru: 'запись прервана', en: 'recording interrupted' },

  'examPage.question': { kk: '{{number}}-сұрақ', ru: 'Вопрос {{number}}', en: 'Question {{number}}' },
  'examPage.questions': { kk: 'Сұрақтар', ru: 'Вопросы', en: 'Questions' },
  'examPage.questionOf': {
    kk: '{{number}}-сұрақ, барлығы {{count}}',
    ru: 'Вопрос {{number}} из {{count}}',
    en: 'Question {{number}} of {{count}}',
  },
  'examPage.points': {
    kk: { one: '{{count}} балл', other: '{{count}} балл' },
    ru: { one: '{{count}} балл', few: '{{count}} балла', many: '{{count}} баллов', other: '{{count}} балла' },
    en: { one: '{{count}} point', other: '{{count}} points' },
  },
  'examPage.answered': { kk: 'жауап бар', ru: 'есть ответ', en: 'answered' },
  'examPage.unanswered': { kk: 'жауап жоқ', ru: 'нет ответа', en: 'no answer' },
  'examPage.flagged': { kk: 'кейін қайта қарау', ru: 'вернуться позже', en: 'look again later' },
  'examPage.lookAgain': { kk: 'Кейін қайта қараймын', ru: 'Вернуться позже', en: 'Look again later' },
  'examPage.previous': { kk: 'Алдыңғы', ru: 'Назад', en: 'Previous' },
  'examPage.next': { kk: 'Келесі', ru: 'Дальше', en: 'Next' },
  'examPage.toOverview': { kk: 'Барлық сұраққа', ru: 'Ко всем вопросам', en: 'To the overview' },
  'examPage.overview': { kk: 'Барлық сұрақ', ru: 'Все вопросы', en: 'Overview' },
  'examPage.several': {
    kk: 'Бірнеше жауап таңдауға болады.',
    ru: 'Можно выбрать несколько ответов.',
    en: 'More than one answer can be chosen.',
  },
  'examPage.clear': { kk: 'Жауапты алып тастау', ru: 'Снять ответ', en: 'Clear my answer' },
  'examPage.yourAnswer': { kk: 'Жауабыңыз', ru: 'Ваш ответ', en: 'Your answer' },
  'examPage.words': {
    kk: { one: '{{count}} сөз', other: '{{count}} сөз' },
    ru: { one: '{{count}} слово', few: '{{count}} слова', many: '{{count}} слов', other: '{{count}} слова' },
    en: { one: '{{count}} word', other: '{{count}} words' },
  },
  'examPage.wordsOf': {
    kk: { one: '{{limit}} сөздің {{count}} жазылды', other: '{{limit}} сөздің {{count}} жазылды' },
    ru: {
      one: '{{count}} слово из {{limit}}',
      few: '{{count}} слова из {{limit}}',
      many: '{{count}} слов из {{limit}}',
      other: '{{count}} слова из {{limit}}',
    },
    en: { one: '{{count}} word of {{limit}}', other: '{{count}} words of {{limit}}' },
  },
  'examPage.wordsOver': {
    kk: '— шектен көп. Мәтін бәрібір сақталады.',
    ru: '— больше предела. Текст всё равно сохраняется.',
    en: '– more than the limit. The text is kept all the same.',
  },
  'examPage.answeredOf': {
    kk: '{{items}} сұрақтың {{answered}} жауабы бар.',
    ru: 'Ответы есть на {{answered}} из {{items}} вопросов.',
    en: '{{answered}} of {{items}} questions are answered.',
  },
  'examPage.unansweredList': {
    kk: { one: '{{count}} сұраққа жауап жоқ: {{numbers}}.', other: '{{count}} сұраққа жауап жоқ: {{numbers}}.' },
    ru: {
      one: 'Нет ответа на {{count}} вопрос: {{numbers}}.',
      few: 'Нет ответа на {{count}} вопроса: {{numbers}}.',
      many: 'Нет ответа на {{count}} вопросов: {{numbers}}.',
      other: 'Нет ответа на {{count}} вопроса: {{numbers}}.',
    },
    en: {
      one: '{{count}} question has no answer: {{numbers}}.',
      other: '{{count}} questions have no answer: {{numbers}}.',
    },
  },
  'examPage.flaggedList': {
    kk: { one: 'Қайта қарауға белгіленген: {{numbers}}.', other: 'Қайта қарауға белгіленген: {{numbers}}.' },
    ru: {
      one: 'Отмечен, чтобы вернуться: {{numbers}}.',
      few: 'Отмечены, чтобы вернуться: {{numbers}}.',
      many: 'Отмечены, чтобы вернуться: {{numbers}}.',
      other: 'Отмечены, чтобы вернуться: {{numbers}}.',
    },
    en: { one: 'Marked to look at again: {{numbers}}.', other: 'Marked to look at again: {{numbers}}.' },
  },
  'examPage.handIn': { kk: 'Жұмысты тапсыру', ru: 'Сдать работу', en: 'Hand in' },
  'examPage.handInTitle': { kk: 'Жұмысты тапсырасыз ба?', ru: 'Сдать работу?', en: 'Hand in your work?' },
  'examPage.handInText': {
    kk: 'Содан кейін ештеңені өзгертуге болмайды, жазба тоқтайды.',
    ru: 'После этого ничего нельзя изменить, а запись закончится.',
    en: 'After that nothing can be changed, and the recording stops.',
  },
  'examPage.handInOffline': {
    kk: 'Қазір байланыс жоқ. Байланыс оралғанда жұмыс өзі тапсырылады.',
    ru: 'Связи сейчас нет. Работа сдастся сама, когда она вернётся.',
    en: 'There is no connection now. Your work is handed in by itself when it is back.',
  },
  'examPage.handInNow': { kk: 'Иә, тапсыру', ru: 'Да, сдать', en: 'Yes, hand in' },
  'examPage.goOn': { kk: 'Емтиханды жалғастыру', ru: 'Продолжить экзамен', en: 'Go on with the exam' },
  'examPage.aids': { kk: 'Нені қолдануға болады', ru: 'Чем можно пользоваться', en: 'What may be used' },
  'examPage.noAids': {
    kk: 'Қосымша құралдарға рұқсат етілмеген.',
    ru: 'Дополнительные средства не разрешены.',
    en: 'No aids are allowed.',
  },
  'examPage.hidePicture': { kk: 'Өз кескінімді жасыру', ru: 'Скрыть своё изображение', en: 'Hide my picture' },
  'examPage.showPicture': { kk: 'Өз кескінімді көрсету', ru: 'Показать своё изображение', en: 'Show my picture' },

  'saving.saved': { kk: 'сақталды {{time}}', ru: 'сохранено {{time}}', en: 'saved {{time}}' },
  'saving.waiting': {
    kk: {
      one: '{{count}} жауап осы құрылғыда сақтаулы, кейін жіберіледі',
      other: '{{count}} жауап осы құрылғыда сақтаулы, кейін жіберіледі',
    },
    ru: {
      one: '{{count}} ответ хранится здесь и будет отправлен',
      few: '{{count}} ответа хранятся здесь и будут отправлены',
      many: '{{count}} ответов хранятся здесь и будут отправлены',
      other: '{{count}} ответа хранятся здесь и будут отправлены',
    },
    en: {
      one: '{{count}} answer is kept here and will be sent',
      other: '{{count}} answers are kept here and will be sent',
    },
  },
  'saving.waitingOther': {
    kk: 'Соңғы мәліметтер жіберілуде. Бетті әзірге жаппаңыз.',
    ru: 'Отправляются последние сведения. Пока не закрывайте страницу.',
    en: 'The last details are being sent. Please keep this page open.',
  },

  'examBand.line': {
    kk: 'Байланыс жоқ. Жалғастыра беріңіз: жауаптарыңыз осында сақталады және кейін жіберіледі. Үзіліс сізге қарсы қолданылмайды. Ережелер берсе, уақыт сізге қайтарылады.',
    ru: 'Нет связи. Продолжайте: ваши ответы хранятся здесь и будут отправлены позже. Обрыв не ставится вам в вину. Время вернётся вам, если это дают правила.',
    en: 'No connection. Go on: your answers are kept here and sent later. The break is not held against you. The time is yours back if the rules give it.',
  },
  'examBand.keptHere': {
    kk: 'Жауаптарыңыз осы құрылғыда сақталады және кейін жіберіледі.',
    ru: 'Ваши ответы хранятся здесь и будут отправлены позже.',
    en: 'Your answers are kept here and sent later.',
  },
  'examBand.disk': {
    kk: 'Бұл құрылғы жауапты сақтай алмады. Дискіде орын босатыңыз; проктормен хабарласыңыз.',
    ru: 'Это устройство не смогло сохранить ответ. Освободите место на диске и напишите проктору.',
    en: 'This device could not keep an answer. Free some disk space and write to the proctor.',
  },
  'examBand.camera': { kk: 'Камера өшіп қалды.', ru: 'Камера выключилась.', en: 'The camera is off.' },
  'examBand.microphone': { kk: 'Микрофон өшіп қалды.', ru: 'Микрофон выключился.', en: 'The microphone is off.' },
  'examBand.both': {
    kk: 'Камера мен микрофон өшіп қалды.',
    ru: 'Камера и микрофон выключились.',
    en: 'Camera and microphone are off.',
  },
  'examBand.deviceHelp': {
    kk: 'Қосылғанын, басқа бағдарлама пайдаланып тұрмағанын және браузердің рұқсатын тексеріңіз. Емтихан жалғаса береді.',
    ru: 'Проверьте подключение, не занята ли она другой программой и разрешает ли браузер. Экзамен продолжается.',
    en: 'Check the plug, whether another program uses it, and the browser’s permission. The exam goes on.',
  },
  'examBand.turnOn': { kk: 'Қайта қосу', ru: 'Включить снова', en: 'Turn on again' },
  'examBand.screen': {
    kk: 'Экран көрсетілмей тұр. Емтихан жалғаса береді; бүкіл экранды қайта көрсетіңіз.',
    ru: 'Экран не показывается. Экзамен продолжается; включите показ всего экрана снова.',
    en: 'Your screen is not shared. The exam goes on; please share the whole screen again.',
  },
  'examBand.fullScreen': {
    kk: 'Бет толық экранда емес.',
    ru: 'Страница открыта не на весь экран.',
    en: 'The page does not fill the screen.',
  },
  'examBand.fillScreen': { kk: 'Толық экранға оралу', ru: 'Вернуться на весь экран', en: 'Return to full screen' },

  'leaveExam.title': { kk: 'Емтихан жүріп жатыр', ru: 'Экзамен идёт', en: 'The exam is running' },
  'leaveExam.text': {
    kk: 'Бұл беттен кетсеңіз, емтихан тапсырылмайды және уақыт жүре береді. Жауаптарыңыз сақталған, қайтып келуге болады.',
    ru: 'Если уйти с этой страницы, работа не будет сдана, а время пойдёт дальше. Ответы сохранены, можно вернуться.',
    en: 'If you leave this page, your work is not handed in and the time goes on. Your answers are kept and you can come back.',
  },
  'leaveExam.leave': { kk: 'Беттен кету', ru: 'Уйти со страницы', en: 'Leave the page' },
  'leaveExam.stay': { kk: 'Емтиханда қалу', ru: 'Остаться', en: 'Stay in the exam' },

  'pausedPage.title': { kk: 'Емтихан кідіртілді', ru: 'Экзамен приостановлен', en: 'The exam is paused' },
  'pausedPage.text': {
    kk: 'Уақыт тоқтап тұр. Проктор жалғастырғанда сұрақтар осында қайта ашылады. Жауаптарыңыз сақталған.',
    ru: 'Время стоит. Когда проктор продолжит экзамен, вопросы снова откроются здесь. Ответы сохранены.',
    en: 'The clock is stopped. When the proctor resumes, the questions open here again. Your answers are kept.',
  },

  'handingIn.title': { kk: 'Жұмыс тапсырылуда', ru: 'Работа сдаётся', en: 'Handing in' },
  'handingIn.text': {
    kk: 'Барлық жауаптың жеткені тексерілуде. Бұл бірнеше секунд алады.',
    ru: 'Проверяется, все ли ответы дошли. Это займёт несколько секунд.',
    en: 'It is checked that every answer has arrived. This takes a few seconds.',
  },
  'handingIn.waiting': { kk: 'Байланыс күтілуде', ru: 'Ожидание связи', en: 'Waiting for the connection' },
  'handingIn.waitingText': {
    kk: 'Жауаптарыңыз осы құрылғыда сақтаулы. Байланыс оралғанда жұмыс өзі тапсырылады. Бетті жаппаңыз.',
    ru: 'Ваши ответы хранятся на этом устройстве. Когда связь вернётся, работа сдастся сама. Не закрывайте страницу.',
    en: 'Your answers are kept on this device. When the connection is back, your work is handed in by itself. Keep this page open.',
  },
  'handingIn.refused': { kk: 'Жұмыс тапсырылмады', ru: 'Сдать не получилось', en: 'Your work was not handed in' },
  'handingIn.back': { kk: 'Емтиханға оралу', ru: 'Вернуться к экзамену', en: 'Back to the exam' },

  'timeOver.title': { kk: 'Уақыт аяқталды', ru: 'Время вышло', en: 'The time is over' },
  'timeOver.text': {
    kk: 'Жауаптарыңыз тапсырылуда. Ештеңе істеудің қажеті жоқ.',
    ru: 'Ваши ответы сдаются. Делать ничего не нужно.',
    en: 'Your answers are being handed in. There is nothing you need to do.',
  },
  'timeOver.offline': {
    kk: 'Жауаптарыңыз осы құрылғыда сақтаулы, байланыс оралғанда жіберіледі. Бетті жаппаңыз.',
    ru: 'Ваши ответы хранятся на этом устройстве и уйдут, когда вернётся связь. Не закрывайте страницу.',
    en: 'Your answers are kept on this device and are sent when the connection is back. Keep this page open.',
  },

  'myWarning.title': { kk: 'Проктордың ескертуі', ru: 'Предупреждение проктора', en: 'A warning from the proctor' },
  'myWarning.help': {
    kk: 'Емтихан жалғасуда. Түсіндіргіңіз келсе, чатта жауап бере аласыз.',
    ru: 'Экзамен продолжается. Если хотите объяснить, ответьте в чате.',
    en: 'The exam goes on. You can answer in the chat if you want to explain.',
  },
  'myWarning.read': { kk: 'Оқыдым', ru: 'Прочитано', en: 'I have read it' },

  'myChat.open': { kk: 'Проктормен чат', ru: 'Чат с проктором', en: 'Chat with the proctor' },
  'myChat.openUnread': {
    kk: { one: 'Проктормен чат, {{count}} жаңа хабарлама', other: 'Проктормен чат, {{count}} жаңа хабарлама' },
    ru: {
      one: 'Чат с проктором, {{count}} новое сообщение',
      few: 'Чат с проктором, {{count}} новых сообщения',
      many: 'Чат с проктором, {{count}} новых сообщений',
      other: 'Чат с проктором, {{count}} нового сообщения',
    },
    en: {
      one: 'Chat with the proctor, {{count}} new message',
      other: 'Chat with the proctor, {{count}} new messages',
    },
  },
  'myChat.title': { kk: 'Проктормен чат', ru: 'Чат с проктором', en: 'Chat with the proctor' },
  'myChat.messages': { kk: 'Хабарламалар', ru: 'Сообщения', en: 'Messages' },
  'myChat.empty': {
    kk: 'Әзірге хабарлама жоқ. Көмек керек болса, жазыңыз.',
    ru: 'Сообщений пока нет. Если нужна помощь, напишите.',
    en: 'No messages yet. Write if you need help.',
  },
  'myChat.message': { kk: 'Хабарлама', ru: 'Сообщение', en: 'Message' },
  'myChat.me': { kk: 'Мен', ru: 'Я', en: 'Me' },
  'myChat.from.proctor': { kk: 'Проктор {{name}}', ru: 'Проктор {{name}}', en: 'Proctor {{name}}' },
  'myChat.from.system': { kk: 'Жүйе', ru: 'Система', en: 'System' },
  'myChat.announce': {
    kk: 'Проктордан жаңа хабарлама: {{text}}',
    ru: 'Новое сообщение от проктора: {{text}}',
    en: 'New message from the proctor: {{text}}',
  },
  'myChat.notSent': {
    kk: 'Хабарлама жіберілмеді: байланыс жоқ. Мәтін осында қалды, кейін қайта жіберіңіз.',
    ru: 'Сообщение не отправлено: нет связи. Текст остался здесь, отправьте позже.',
    en: 'The message was not sent: no connection. The text is still here, send it again later.',
  },
  'myChat.help': { kk: 'Маған көмек керек', ru: 'Мне нужна помощь', en: 'I need help' },
  'myChat.helpText': { kk: 'Маған көмек керек: ', ru: 'Мне нужна помощь: ', en: 'I need help: ' },
  'myChat.kept': {
    kk: 'Хабарламалар сақталады, кейін оларды «Менің жазбам» бетінен көре аласыз.',
    ru: 'Сообщения сохраняются, потом их видно на странице «Моя запись».',
    en: 'Messages are kept; you find them later in “My record”.',
  },

  'elsewhere.other_device.title': {
    kk: 'Емтихан басқа құрылғыда ашық',
    ru: 'Экзамен открыт на другом устройстве',
    en: 'The exam is open on another device',
  },
  'elsewhere.other_device.text': {
    kk: 'Бір уақытта бір ғана құрылғыда отыруға болады. Осы жерде жалғастырсаңыз, ол жақта тоқтайды.',
    ru: 'Сдавать можно только на одном устройстве сразу. Если продолжить здесь, там он закроется.',
    en: 'You can sit on one device at a time. If you go on here, it stops there.',
  },
  'elsewhere.other_tab.title': {
    kk: 'Емтихан басқа қойындыда ашық',
    ru: 'Экзамен открыт в другой вкладке',
    en: 'The exam is open in another tab',
  },
  'elsewhere.other_tab.text': {
    kk: 'Сол қойындыға оралыңыз немесе осында жалғастырыңыз.',
    ru: 'Вернитесь в ту вкладку или продолжите здесь.',
    en: 'Go back to that tab, or go on here.',
  },
  'elsewhere.taken_over.title': {
    kk: 'Емтихан басқа жерде жалғасуда',
    ru: 'Экзамен продолжается в другом месте',
    en: 'The exam goes on elsewhere',
  },
  'elsewhere.taken_over.text': {
    kk: 'Ол басқа құрылғыда немесе қойындыда ашылды. Мұнда камера, микрофон және экран өшірілді.',
    ru: 'Он открыт на другом устройстве или в другой вкладке. Здесь камера, микрофон и показ экрана выключены.',
    en: 'It was opened on another device or in another tab. Camera, microphone and screen are off here.',
  },
  'elsewhere.note': {
    kk: 'Жауаптарыңыз жоғалмайды: серверде барының бәрі осында да болады. Емтихан кезінде құрылғыны ауыстыру белгіленеді, бірақ өзі бұзушылық емес.',
    ru: 'Ответы не теряются: всё, что есть на сервере, будет и здесь. Смена устройства во время экзамена отмечается, но сама по себе не нарушение.',
    en: 'No answer is lost: all that the server has will be here too. A change of device during the exam is noted, but is no violation in itself.',
  },
  'elsewhere.continueHere': { kk: 'Осында жалғастыру', ru: 'Продолжить здесь', en: 'Continue here' },
});
