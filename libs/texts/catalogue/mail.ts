import { defineTexts } from '../wording';

export const mailTexts = defineTexts({
  'mail.passwordReset.subject': {
    kk: 'Айғақ: құпиясөзді қалпына келтіру',
    ru: 'Айгак: восстановление пароля',
    en: 'Aigaq: setting a new password',
  },
  'mail.passwordReset.text': {
    kk: `Сәлеметсіз бе, {{name}}!

«{{login}}» логині үшін жаңа құпиясөз қою сұралды. Оны мына сілтеме арқылы қоюға болады:

{{link}}

Сілтеме {{minutes}} минут бойы жарамды және бір рет қана жұмыс істейді. Құпиясөз өзгерген соң барлық құрылғыдағы сеанстар аяқталады.

Егер мұны сіз сұрамасаңыз, хатты елемеңіз: ештеңе өзгермейді. Сілтемені ешкімге бермеңіз.`,
    ru: `Здравствуйте, {{name}}!

Для логина «{{login}}» запрошен новый пароль. Задать его можно по ссылке:

{{link}}

Ссылка действует {{minutes}} минут и срабатывает один раз. После смены пароля сеансы на всех устройствах закончатся.

Если вы этого не просили, не обращайте внимания на письмо: ничего не изменится. Никому не передавайте ссылку.`,
    en: `Hello {{name}},

a new password was asked for the login "{{login}}". You can set it here:

{{link}}

The link works for {{minutes}} minutes and only once. When the password has been changed, the sessions on all devices end.

If you did not ask for this, ignore this mail: nothing will change. Give the link to nobody.`,
  },
});
