import { isWeakPassword } from './password';

const own = ['aserikov', 'asan@college.kz', 'Серіков', 'Асан', null];

describe('a weak password', () => {
  it.each([
    ['a common one', 'password1234'],
    ['a common one in other letters', 'Қазақстан123'],
    ['one character again and again', 'aaaaaaaaaaaa'],
    ['a short piece again and again', 'abc1xabc1xabc1x'],
    ['a walk over the keyboard', 'qwertyuiopas'],
    ['a walk over the Cyrillic keyboard', 'йцукенгшщзхъф'],
    ['digits in a row', '345678901234'],
    ['the login with a year', 'aserikov2026'],
    ['the login with signs in it', 'a.serikov-2026!'],
    ['the family name with a little added', 'Серіков12345!'],
    ['the login twice', 'aserikovaserikov'],
  ])('is %s', (_, password) => {
    expect(isWeakPassword(password, own)).toBe(true);
  });

  it.each(['correct horse battery', 'тау мен теңіз арасы', 'rofa-kiru-temo-4829', 'aserikov likes wet mountains'])(
    'is not %s',
    (password) => {
      expect(isWeakPassword(password, own)).toBe(false);
    },
  );
});
