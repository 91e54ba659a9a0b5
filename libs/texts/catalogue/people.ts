import { defineTexts } from '../wording';

/** People, sign-in, groups, rosters. */
export const peopleTexts = defineTexts({
  'role.platform_administrator': {
    kk: 'Платформа әкімшісі',
    ru: 'Администратор платформы',
    en: 'Platform administrator',
  },
  'role.institution_administrator': {
    kk: 'Оқу орнының әкімшісі',
    ru: 'Администратор организации',
    en: 'Institution administrator',
  },
  'role.registrar': { kk: 'Офис-тіркеуші', ru: 'Офис-регистратор', en: 'Office registrar' },
  'role.teacher': { kk: 'Педагог, емтихан алушы', ru: 'Педагог, экзаменатор', en: 'Teacher, examiner' },
  'role.proctor': { kk: 'Проктор', ru: 'Проктор', en: 'Proctor' },
  'role.senior_proctor': { kk: 'Аға проктор', ru: 'Старший проктор', en: 'Senior proctor' },
  'role.candidate': { kk: 'Білім алушы', ru: 'Обучающийся', en: 'Learner' },
  'role.observer': { kk: 'Бақылаушы', ru: 'Наблюдатель', en: 'Observer' },
});
