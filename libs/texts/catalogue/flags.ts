import { defineTexts } from '../wording';

/** What a flag says that was seen, in words that accuse nobody. */
export const flagsTexts = defineTexts({
  'flag.SCR-01.name': {
    kk: 'Терезе немесе қойынды ауыстырылды',
    ru: 'Смена окна или вкладки',
    en: 'Left the tab or window',
  },
  'flag.SCR-01.explanation': {
    kk: 'Емтихан беті біраз уақыт алдыңғы қатарда болмады: басқа қойынды, терезе немесе бағдарлама ашылды.',
    ru: 'Страница экзамена некоторое время не была на переднем плане: была открыта другая вкладка, окно или программа.',
    en: 'For a while the exam page was not in front: another tab, window or program was.',
  },
  'flag.SCR-03.name': {
    kk: 'Экранды көрсету тоқтатылды',
    ru: 'Демонстрация экрана прекращена',
    en: 'Screen sharing stopped',
  },
  'flag.SCR-03.explanation': {
    kk: 'Экранды көрсету тоқтады немесе бүкіл экранның орнына оның бір бөлігі ғана көрсетілді.',
    ru: 'Показ экрана прервался или вместо всего экрана была показана только его часть.',
    en: 'The screen was no longer shown, or only a part of it was shown in the place of the whole.',
  },
  'flag.SCR-06.name': { kk: 'Толық экраннан шығу', ru: 'Выход из полноэкранного режима', en: 'Left full screen' },
  'flag.SCR-06.explanation': {
    kk: 'Емтихан беті біраз уақыт толық экран режимінде болмады.',
    ru: 'Страница экзамена некоторое время не была открыта на весь экран.',
    en: 'For a while the exam page did not fill the screen.',
  },
  'flag.CAM-01.name': { kk: 'Бет көрінбейді', ru: 'Лицо не видно', en: 'Face not visible' },
  'flag.CAM-01.explanation': {
    kk: 'Камера кескінінен біраз уақыт бет табылмады. Бұған жарық, камераның орны немесе басты бұру да себеп болуы мүмкін.',
    ru: 'На изображении камеры некоторое время не находилось лицо. Причиной могут быть и свет, и положение камеры, и поворот головы.',
    en: 'For a while no face was found in the camera picture. Light, the camera’s angle or a turned head can be the reason too.',
  },
  'flag.PER-01.name': { kk: 'Кадрда басқа адам', ru: 'Другой человек в кадре', en: 'Another person in view' },
  'flag.PER-01.explanation': {
    kk: 'Камера кескінінде тағы бір бет көрінген сияқты.',
    ru: 'На изображении камеры, по-видимому, было ещё одно лицо.',
    en: 'A further face seemed to be in the camera picture.',
  },
  'flag.NET-01.name': { kk: 'Байланыс үзілді', ru: 'Обрыв связи', en: 'Connection lost' },
  'flag.NET-01.explanation': {
    kk: 'Біраз уақыт сервермен байланыс болмады. Бұл ешкімнің кінәсі болып саналмайды.',
    ru: 'Некоторое время не было связи с сервером. Это никому не ставится в вину.',
    en: 'For a while there was no connection to the server. It is held against nobody.',
  },
  'flag.SES-01.name': { kk: 'Екінші браузер', ru: 'Второй браузер', en: 'Second browser' },
  'flag.SES-01.explanation': {
    kk: 'Емтихан басқа браузерде немесе құрылғыда ашылып, сонда жалғасты.',
    ru: 'Экзамен был открыт в другом браузере или на другом устройстве и продолжен там.',
    en: 'The exam was opened in another browser or on another device and went on there.',
  },
  'flag.CON-01.name': {
    kk: 'Проктордың нұсқауы орындалмады',
    ru: 'Указание проктора не выполнено',
    en: 'Instruction not followed',
  },
  'flag.CON-01.explanation': {
    kk: 'Бақылаушы адам проктордың нұсқауы орындалмағанын белгіледі.',
    ru: 'Наблюдающий отметил, что указание проктора не было выполнено.',
    en: 'A person who watched noted that an instruction of the proctor was not followed.',
  },
  'flag.DEV-01.name': {
    kk: 'Телефон немесе басқа құрылғы',
    ru: 'Телефон или другое устройство',
    en: 'Phone or other device',
  },
  'flag.DEV-01.explanation': {
    kk: 'Бақылаушы адам телефонның немесе басқа құрылғының көрінгенін белгіледі.',
    ru: 'Наблюдающий отметил, что был виден телефон или другое устройство.',
    en: 'A person who watched noted that a phone or another device was to be seen.',
  },
  'flag.MAT-01.name': { kk: 'Жазбалар немесе кітаптар', ru: 'Записи или книги', en: 'Notes or books' },
  'flag.MAT-01.explanation': {
    kk: 'Бақылаушы адам осы іс-шарада рұқсат етілмеген жазбалардың немесе кітаптардың көрінгенін белгіледі.',
    ru: 'Наблюдающий отметил, что были видны записи или книги, не разрешённые на этом мероприятии.',
    en: 'A person who watched noted notes or books that this event does not allow.',
  },
  'flag.PER-02.name': { kk: 'Үшінші тұлғаның көмегі', ru: 'Помощь третьего лица', en: 'Help from another person' },
  'flag.PER-02.explanation': {
    kk: 'Бақылаушы адам басқа біреудің сөзбен, ишарамен немесе белгімен көмектескен болуы мүмкін екенін белгіледі.',
    ru: 'Наблюдающий отметил возможную помощь другого человека: речью, жестами или знаками.',
    en: 'A person who watched noted what may have been help by somebody else: by words, gestures or signs.',
  },
  'flag.ID-02.name': {
    kk: 'Басқа адамның тапсыруы мүмкін',
    ru: 'Возможно, сдаёт другой человек',
    en: 'Possibly another person sits',
  },
  'flag.ID-02.explanation': {
    kk: 'Бақылаушы адам тапсырып отырған адамның жіберілген адам емес болуы мүмкін екенін белгіледі.',
    ru: 'Наблюдающий отметил, что сдаёт, возможно, не тот человек, который был допущен.',
    en: 'A person who watched noted that somebody else than the person who was admitted may be sitting.',
  },
});
