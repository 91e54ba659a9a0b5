import type { RuleSetView, RuleSetValues } from '@aigaq/contracts';

const excellent = { kk: 'Өте жақсы', ru: 'Отлично', en: 'Excellent' };
const good = { kk: 'Жақсы', ru: 'Хорошо', en: 'Good' };
const satisfactory = { kk: 'Қанағаттанарлық', ru: 'Удовлетворительно', en: 'Satisfactory' };
const unsatisfactory = { kk: 'Қанағаттанарлықсыз', ru: 'Неудовлетворительно', en: 'Unsatisfactory' };

/** Letter scale of 100 points with its digital equivalents, as published by universities of Kazakhstan. */
const letters: RuleSetValues['scale'] = [
  { letter: 'A', points: 4, from: 95, traditional: excellent },
  { letter: 'A-', points: 3.67, from: 90, traditional: excellent },
  { letter: 'B+', points: 3.33, from: 85, traditional: good },
  { letter: 'B', points: 3, from: 80, traditional: good },
  { letter: 'B-', points: 2.67, from: 75, traditional: good },
  { letter: 'C+', points: 2.33, from: 70, traditional: good },
  { letter: 'C', points: 2, from: 65, traditional: satisfactory },
  { letter: 'C-', points: 1.67, from: 60, traditional: satisfactory },
  { letter: 'D+', points: 1.33, from: 55, traditional: satisfactory },
  { letter: 'D', points: 1, from: 50, traditional: satisfactory },
  { letter: 'FX', points: 0.5, from: 25, traditional: unsatisfactory },
  { letter: 'F', points: 0, from: 0, traditional: unsatisfactory },
];

/**
 * Rule sets that come with the product. A changed value is a new entry with a new id and version: what an event was
 * announced under never changes.
 */
export const shippedRuleSets: readonly (RuleSetView & { validFrom: string })[] = [
  {
    id: '0190c0de-0001-7000-8000-000000000001',
    name: { kk: 'ҚР үлгісі', ru: 'Пример для РК', en: 'KZ example' },
    version: 1,
    validFrom: '2020-03-31',
    legalBasis: {
      kk: 'ҚР Білім және ғылым министрінің 2020 жылғы 31 наурыздағы № 121 бұйрығы, 2-тармақ; шамалары Қазақстан жоғары оқу орындарының жарияланған ережелерінен алынды',
      ru: 'Приказ Министра образования и науки РК от 31 марта 2020 года № 121, пункт 2; величины взяты из опубликованных правил вузов Казахстана',
      en: 'Order of the Minister of Education and Science of Kazakhstan No. 121 of 31 March 2020, item 2; the values come from published rules of universities of Kazakhstan',
    },
    values: {
      admissionMinutes: 20,
      networkGrantMaximumSeconds: 600,
      networkGrantMinimumSeconds: 10,
      passPercent: 50,
      scale: letters,
      rounding: 'half_up',
      retention: {
        identityImages: 'sitting_end',
        recordingDays: 30,
        recordingDaysWithIncident: 183,
        accessLogDays: 365,
      },
      secondPersonFromSeverity: 3,
    },
    unverified: [
      'networkGrantMaximumSeconds',
      'networkGrantMinimumSeconds',
      'rounding',
      'scale.C+.traditional',
      'retention.recordingDaysWithIncident',
      'retention.accessLogDays',
      'secondPersonFromSeverity',
    ],
  },
];
