import { compareKazakh, kazakhDate, kazakhDateTime, kazakhRange, kazakhTime } from './kazakh';

const at = (hour: number, minute = 0, day = 23) => new Date(2026, 10, day, hour, minute, 7);

describe('Kazakh without the browser’s help', () => {
  it('writes dates and times', () => {
    expect(kazakhDate(at(10))).toBe('2026 ж. 23 қараша');
    expect(kazakhDateTime(at(9, 5))).toBe('2026 ж. 23 қар., 09:05');
    expect(kazakhTime(at(9, 5), true)).toBe('09:05:07');
  });

  it('writes a window with its date once, or with both', () => {
    expect(kazakhRange(at(10), at(12))).toBe('2026 ж. 23 қар., 10:00–12:00');
    expect(kazakhRange(at(22), at(1, 30, 24))).toBe('2026 ж. 23 қар., 22:00 – 2026 ж. 24 қар., 01:30');
  });

  it('has all months', () => {
    const names = Array.from({ length: 12 }, (_, month) => kazakhDate(new Date(2026, month, 1)));
    expect(new Set(names).size).toBe(12);
  });

  it('orders by the alphabet, whatever the case', () => {
    const names = [
      'Ысқақов',
      'Ілиясов',
      'Иванов',
      'Һамит',
      'Хасен',
      'Әлиев',
      'абай',
      'Ұлан',
      'Үсен',
      'Уәли',
      'Қанат',
      'Кәрім',
    ];
    expect(names.toSorted(compareKazakh)).toEqual([
      'абай',
      'Әлиев',
      'Иванов',
      'Кәрім',
      'Қанат',
      'Уәли',
      'Ұлан',
      'Үсен',
      'Хасен',
      'Һамит',
      'Ысқақов',
      'Ілиясов',
    ]);
  });

  it('orders numbers by value', () => {
    expect(['ИС-10', 'ИС-9'].toSorted(compareKazakh)).toEqual(['ИС-9', 'ИС-10']);
  });
});
