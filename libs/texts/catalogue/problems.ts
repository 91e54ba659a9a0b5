import { defineTexts } from '../wording';

/** Why something was refused and what helps. Where a field is at fault, the page shows its name beside the sentence. */
export const problemsTexts = defineTexts({
  // What was sent.
  'problem.unknown_key': {
    kk: 'Мұндай өріс не баған жоқ. Атауын тексеріңіз немесе алып тастаңыз.',
    ru: 'Такого поля или столбца нет. Проверьте название или удалите его.',
    en: 'There is no such field or column. Check its name or leave it out.',
  },
  'problem.wrong_type': {
    kk: 'Мұнда басқа түрдегі мән күтіледі.',
    ru: 'Здесь ожидается значение другого типа.',
    en: 'A value of another kind is expected here.',
  },
  'problem.required': {
    kk: 'Бұл өріс толтырылуы керек.',
    ru: 'Это поле нужно заполнить.',
    en: 'This has to be filled in.',
  },
  'problem.too_short': {
    kk: 'Тым қысқа: кемінде {{limit}} керек.',
    ru: 'Слишком коротко: нужно не меньше {{limit}}.',
    en: 'Too short: at least {{limit}} are needed.',
  },
  'problem.too_long': {
    kk: 'Тым ұзын: ең көбі {{limit}} болады.',
    ru: 'Слишком длинно: можно не больше {{limit}}.',
    en: 'Too long: at most {{limit}} are possible.',
  },
  'problem.too_small': {
    kk: 'Тым аз: кемінде {{limit}} болуы керек.',
    ru: 'Слишком мало: нужно не меньше {{limit}}.',
    en: 'Too small: it has to be at least {{limit}}.',
  },
  'problem.too_large': {
    kk: 'Тым көп: ең көбі {{limit}} болуы керек.',
    ru: 'Слишком много: можно не больше {{limit}}.',
    en: 'Too large: it may be at most {{limit}}.',
  },
  'problem.bad_format': {
    kk: 'Жазылуы дұрыс емес. Тексеріп, қайта енгізіңіз.',
    ru: 'Написано не так, как нужно. Проверьте и введите ещё раз.',
    en: 'This is not written as it should be. Check it and enter it again.',
  },
  'problem.not_one_of': {
    kk: 'Мына мәндердің бірі болуы керек: {{values}}.',
    ru: 'Должно быть одно из значений: {{values}}.',
    en: 'It has to be one of these: {{values}}.',
  },
  'problem.bad_json': {
    kk: 'Сұрау оқылмады. Бетті жаңартып, қайталап көріңіз.',
    ru: 'Запрос не удалось прочитать. Обновите страницу и повторите.',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'problem.file_missing': { kk: 'Файл таңдалмаған.', ru: 'Файл не выбран.', en: 'No file was chosen.' },
  'problem.file_too_large': {
    kk: 'Файл тым үлкен. Кішірек файл таңдаңыз.',
    ru: 'Файл слишком большой. Выберите файл поменьше.',
    en: 'The file is too large. Choose a smaller one.',
  },
  'problem.file_not_what_it_says': {
    kk: 'Файлдың мазмұны атауына сай емес. Оны дұрыс пішімде қайта сақтаңыз.',
    ru: 'Содержимое файла не соответствует его названию. Сохраните его заново в нужном формате.',
    en: 'The file is not what its name says. Save it again in the right format.',
  },
  'problem.file_unreadable': {
    kk: 'Файл оқылмады: ол бүлінген болуы мүмкін. Қайта сақтап, тағы жүктеңіз.',
    ru: 'Файл не читается: возможно, он повреждён. Сохраните его заново и загрузите ещё раз.',
    en: 'The file cannot be read: it may be damaged. Save it again and send it once more.',
  },
  'problem.file_empty': {
    kk: 'Файлда бірде-бір жол жоқ.',
    ru: 'В файле нет ни одной строки с данными.',
    en: 'There is not a single line of data in the file.',
  },
  'problem.duplicate_in_file': {
    kk: 'Файлда қайталанады: бірінші рет {{line}}-жолда кездескен.',
    ru: 'Повторяется в файле: впервые встречается в строке {{line}}.',
    en: 'It comes twice in the file: first in line {{line}}.',
  },

  // Who asks.
  'problem.not_signed_in': {
    kk: 'Жүйеге кіріңіз: сеанс аяқталған немесе әлі кірмегенсіз.',
    ru: 'Войдите в систему: сеанс закончился или вы ещё не вошли.',
    en: 'Please sign in: your session has ended or you have not signed in yet.',
  },
  'problem.second_factor_needed': {
    kk: 'Екінші фактор керек: аутентификатордың кодын енгізіңіз немесе оны алдымен баптаңыз.',
    ru: 'Нужен второй фактор: введите код из приложения-аутентификатора или сначала настройте его.',
    en: 'A second factor is needed: enter the code of your authenticator, or set one up first.',
  },
  'problem.wrong_credentials': {
    kk: 'Логин немесе құпиясөз қате. Пернетақта тілі мен Caps Lock пернесін тексеріңіз.',
    ru: 'Неверный логин или пароль. Проверьте раскладку клавиатуры и Caps Lock.',
    en: 'Login or password is wrong. Check the keyboard layout and Caps Lock.',
  },
  'problem.wrong_code': {
    kk: 'Код сәйкес келмеді немесе бұрын қолданылған. Келесі кодты күтіңіз.',
    ru: 'Код не подошёл или уже использован. Дождитесь следующего кода.',
    en: 'The code does not fit or was used already. Wait for the next one.',
  },
  'problem.csrf_failed': {
    kk: 'Сұрау біздің беттен келмеген сияқты. Бетті жаңартып, қайталап көріңіз.',
    ru: 'Похоже, запрос пришёл не с нашей страницы. Обновите страницу и повторите.',
    en: 'The request does not seem to come from our page. Reload the page and try again.',
  },
  'problem.forbidden': {
    kk: 'Сіздің рөліңіз бұған рұқсат бермейді. Қажет болса, әкімшіге хабарласыңыз.',
    ru: 'Ваша роль этого не позволяет. Если это нужно, обратитесь к администратору.',
    en: 'Your role does not allow this. If you need it, ask your administrator.',
  },
  'problem.password_must_change': {
    kk: 'Алдымен өз құпиясөзіңізді қойыңыз.',
    ru: 'Сначала задайте собственный пароль.',
    en: 'First set a password of your own.',
  },
  'problem.too_many_requests': {
    kk: 'Әрекет тым көп. {{seconds}} секундтан кейін қайталап көріңіз.',
    ru: 'Слишком много попыток. Повторите через {{seconds}} с.',
    en: 'Too many attempts. Try again in {{seconds}} s.',
  },
  'problem.link_expired': {
    kk: 'Сілтеменің мерзімі өтіп кеткен. Жаңасын сұраңыз.',
    ru: 'Срок действия ссылки истёк. Запросите новую.',
    en: 'The link has expired. Ask for a new one.',
  },
  'problem.link_invalid': {
    kk: 'Сілтеме жарамсыз немесе бұрын қолданылған. Жаңасын сұраңыз.',
    ru: 'Ссылка недействительна или уже использована. Запросите новую.',
    en: 'The link is not valid or was used already. Ask for a new one.',
  },
  'problem.weak_password': {
    kk: 'Бұл құпиясөзді табу оңай. Логиніңіз бен атыңыз жоқ, бірнеше сөзден тұратынын ойлап табыңыз.',
    ru: 'Такой пароль легко угадать. Придумайте пароль из нескольких слов, без логина и имени.',
    en: 'This password is easily guessed. Take several words, without your login or name.',
  },
  'problem.password_unchanged': {
    kk: 'Жаңа құпиясөз ескісінен өзгеше болуы керек.',
    ru: 'Новый пароль должен отличаться от прежнего.',
    en: 'The new password has to differ from the old one.',
  },

  // What is asked for.
  'problem.not_found': {
    kk: 'Табылмады: жойылған немесе сізге ашық емес.',
    ru: 'Не найдено: удалено или вам недоступно.',
    en: 'Not found: it was removed, or it is not open to you.',
  },
  'problem.already_exists': {
    kk: 'Мұндай бар. Басқасын таңдаңыз.',
    ru: 'Такое уже есть. Выберите другое.',
    en: 'This exists already. Choose another.',
  },
  'problem.changed_meanwhile': {
    kk: 'Осы уақытта басқа біреу өзгертті. Бетті жаңартып, өзгерістеріңізді қайта енгізіңіз.',
    ru: 'Тем временем это изменил кто-то другой. Обновите страницу и внесите изменения ещё раз.',
    en: 'Somebody else changed this meanwhile. Reload the page and make your changes again.',
  },
  'problem.not_in_this_state': {
    kk: 'Қазіргі күйде бұлай істеуге болмайды.',
    ru: 'В нынешнем состоянии это невозможно.',
    en: 'This is not possible in the present state.',
  },
  'problem.last_administrator': {
    kk: 'Бұл — ұйымның соңғы әкімшісі. Алдымен басқасын тағайындаңыз.',
    ru: 'Это последний администратор организации. Сначала назначьте другого.',
    en: 'This is the last administrator of the institution. Appoint another one first.',
  },

  // Schedule.
  'problem.ends_before_start': {
    kk: 'Аяқталуы басталуынан кейін болуы керек.',
    ru: 'Окончание должно быть позже начала.',
    en: 'The end has to come after the start.',
  },
  'problem.window_shorter_than_duration': {
    kk: 'Басталуы мен аяқталуының арасы емтихан ұзақтығынан қысқа.',
    ru: 'Промежуток между началом и окончанием короче продолжительности экзамена.',
    en: 'The time between start and end is shorter than the exam.',
  },
  'problem.in_the_past': {
    kk: 'Бұл уақыт өтіп кетті.',
    ru: 'Это время уже прошло.',
    en: 'This time has passed already.',
  },
  'problem.form_missing': {
    kk: 'Тапсырмалар әлі құрастырылмаған.',
    ru: 'Задания ещё не составлены.',
    en: 'The items have not been put together yet.',
  },
  'problem.form_empty': {
    kk: 'Бірде-бір тапсырма жоқ. Кемінде біреуін қосыңыз.',
    ru: 'Нет ни одного задания. Добавьте хотя бы одно.',
    en: 'There is no item. Add at least one.',
  },
  'problem.roster_empty': {
    kk: 'Тізімде бірде-бір білім алушы жоқ.',
    ru: 'В списке нет ни одного обучающегося.',
    en: 'There is no learner on the roster.',
  },
  'problem.proctor_missing': {
    kk: 'Проктор тағайындалмаған.',
    ru: 'Проктор не назначен.',
    en: 'No proctor has been assigned.',
  },
  'problem.examiner_missing': {
    kk: 'Емтихан алушы тағайындалмаған.',
    ru: 'Экзаменатор не назначен.',
    en: 'No examiner has been assigned.',
  },
  'problem.profile_needs_reason': {
    kk: 'Бұл бақылау деңгейін неге таңдағаныңызды жазыңыз: оны білім алушылар көреді.',
    ru: 'Напишите, почему выбран такой уровень наблюдения: это увидят обучающиеся.',
    en: 'Say why this level of proctoring was chosen: the learners will see it.',
  },
  'problem.own_work': {
    kk: 'Өз жұмысыңызды өзіңіз бекіте немесе бақылай алмайсыз.',
    ru: 'Собственную работу нельзя утверждать или проверять самому.',
    en: 'Nobody approves or supervises his or her own work.',
  },

  // Items and forms.
  'problem.no_correct_option': {
    kk: 'Бірде-бір дұрыс жауап белгіленбеген.',
    ru: 'Не отмечен ни один правильный ответ.',
    en: 'No option is marked as correct.',
  },
  'problem.several_correct_options': {
    kk: 'Мұнда бір ғана дұрыс жауап болуы керек.',
    ru: 'Здесь может быть только один правильный ответ.',
    en: 'Only one option may be correct here.',
  },
  'problem.duplicate_option': {
    kk: 'Мұндай жауап нұсқасы бар.',
    ru: 'Такой вариант ответа уже есть.',
    en: 'There is such an option already.',
  },
  'problem.no_accepted_answer': {
    kk: 'Қабылданатын жауап көрсетілмеген.',
    ru: 'Не указан ни один принимаемый ответ.',
    en: 'No accepted answer is given.',
  },
  'problem.wrong_item': {
    kk: 'Бұл тапсырма осы емтиханға жатпайды.',
    ru: 'Это задание не относится к этому экзамену.',
    en: 'This item does not belong to this exam.',
  },

  // Admission and sitting.
  'problem.consent_outdated': {
    kk: 'Келісім мәтіні өзгерді. Оны қайта оқып шығыңыз.',
    ru: 'Текст согласия изменился. Прочитайте его ещё раз.',
    en: 'The consent notice has changed. Please read it again.',
  },
  'problem.device_check_failed': {
    kk: 'Алдымен жабдықты тексеруден өтіңіз.',
    ru: 'Сначала пройдите проверку оборудования.',
    en: 'Pass the device check first.',
  },
  'problem.too_early': { kk: 'Әлі басталған жоқ.', ru: 'Ещё рано: начало не наступило.', en: 'It has not begun yet.' },
  'problem.too_late': { kk: 'Уақыты өтіп кетті.', ru: 'Время уже вышло.', en: 'The time for this is over.' },
  'problem.identity_missing': {
    kk: 'Жеке басыңыз әлі расталмады.',
    ru: 'Ваша личность ещё не подтверждена.',
    en: 'Your identity has not been confirmed yet.',
  },
  'problem.other_device': {
    kk: 'Емтихан басқа құрылғыда ашық. Осында жалғастыру үшін растаңыз.',
    ru: 'Экзамен открыт на другом устройстве. Подтвердите, чтобы продолжить здесь.',
    en: 'The exam is open on another device. Confirm to go on here.',
  },
  'problem.ticket_expired': {
    kk: 'Қосылу рұқсатының мерзімі өтті. Қайта қосылып көріңіз.',
    ru: 'Срок разрешения на подключение истёк. Подключитесь ещё раз.',
    en: 'The permission to connect has expired. Connect again.',
  },
  'problem.ticket_invalid': {
    kk: 'Қосылу рұқсаты жарамсыз. Бетті жаңартыңыз.',
    ru: 'Разрешение на подключение недействительно. Обновите страницу.',
    en: 'The permission to connect is not valid. Reload the page.',
  },
  'problem.ticket_not_yours': {
    kk: 'Бұл қосылу рұқсаты басқа адамға берілген.',
    ru: 'Это разрешение на подключение выдано другому человеку.',
    en: 'This permission to connect belongs to somebody else.',
  },
  'problem.nothing_to_submit': {
    kk: 'Тапсыратын ештеңе жоқ: емтихан жүріп жатқан жоқ.',
    ru: 'Сдавать нечего: экзамен не идёт.',
    en: 'There is nothing to submit: the exam is not running.',
  },
  'problem.attempt_over': {
    kk: 'Емтихан аяқталды, жауаптарды өзгертуге болмайды.',
    ru: 'Экзамен закончен, ответы изменить нельзя.',
    en: 'The exam is over and the answers can no longer be changed.',
  },

  // Review.
  'problem.second_person_needed': {
    kk: 'Мұндай шешімді екінші адам растауы керек.',
    ru: 'Такое решение должен подтвердить второй человек.',
    en: 'Such a decision has to be confirmed by a second person.',
  },
  'problem.same_person': {
    kk: 'Өз ұсынысыңызды өзіңіз растай алмайсыз.',
    ru: 'Нельзя подтверждать собственное предложение.',
    en: 'You cannot confirm your own proposal.',
  },
  'problem.flag_needed': {
    kk: 'Мұндай шешімге бейнежазбасы бар расталған белгі керек.',
    ru: 'Для такого решения нужна подтверждённая отметка с видеозаписью.',
    en: 'Such a decision needs a confirmed flag with its recording.',
  },
  'problem.reason_needed': { kk: 'Себебін жазыңыз.', ru: 'Укажите причину.', en: 'Give a reason.' },
  'problem.not_graded': {
    kk: 'Барлық жауап әлі бағаланбаған.',
    ru: 'Ещё не все ответы оценены.',
    en: 'Not all answers have been graded yet.',
  },
  'problem.points_above_maximum': {
    kk: 'Балл ең жоғары мәннен асып кетті: {{limit}}.',
    ru: 'Баллов больше максимума: {{limit}}.',
    en: 'The points are above the maximum of {{limit}}.',
  },
  'problem.undecided': {
    kk: 'Шешім әлі қабылданбаған.',
    ru: 'Решение ещё не принято.',
    en: 'No decision has been reached yet.',
  },
  'problem.flags_open': {
    kk: 'Қаралмаған белгілер бар. Алдымен оларды растаңыз немесе қабылдамаңыз.',
    ru: 'Есть нерассмотренные отметки. Сначала подтвердите или отклоните их.',
    en: 'There are flags that nobody has looked at. Confirm or dismiss them first.',
  },

  // Service.
  'problem.no_media_node': {
    kk: 'Бейнежазба сервері қазір қолжетімсіз. Біз қайта қосыламыз; жоғалған уақытты жауапты адам қайтара алады.',
    ru: 'Сервер видеозаписи сейчас недоступен. Мы подключимся снова; потерянное время могут вернуть.',
    en: 'The recording server cannot be reached now. We shall connect again; lost time can be given back.',
  },
  'problem.store_unavailable': {
    kk: 'Файл қоймасы қазір қолжетімсіз. Сәлден кейін қайталап көріңіз.',
    ru: 'Хранилище файлов сейчас недоступно. Повторите чуть позже.',
    en: 'The file store cannot be reached now. Try again in a moment.',
  },
  'problem.internal': {
    kk: 'Біздің жақтан қате болды. Қайталап көріңіз; көмек сұрасаңыз, қатенің нөмірін айтыңыз.',
    ru: 'Ошибка на нашей стороне. Повторите попытку; обращаясь за помощью, назовите номер ошибки.',
    en: 'Something failed on our side. Try again; if you ask for help, give the number of the error.',
  },
});
