import type { Browser, Page } from 'playwright-core';

import { languages, type Language } from '@aigaq/contracts';
import { textsIn, type TextKey } from '@aigaq/texts';

import { launchBrowser } from '../support/browser';
import { startStack, type TestStack } from '../support/stack';
import { Person } from './support/person';
import { until } from './support/waiting';

/** The main page of each kind of person, by the menu's word for it, which is also its title. */
const pages: readonly { readonly login: string; readonly path: string; readonly title: TextKey }[] = [
  { login: 'candidate1', path: '/my-exams', title: 'nav.myExams' },
  { login: 'proctor', path: '/watch', title: 'nav.watch' },
  { login: 'teacher', path: '/review', title: 'nav.review' },
  { login: 'admin', path: '/people', title: 'nav.people' },
];
const looks = [1280, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
}, 60_000);

/** The page in each width and colour: with its title, within its width, and with nothing that keeps people out. */
async function lookAt(person: Person, title: string): Promise<void> {
  const { page } = person;
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    // The page is laid out anew after its width has changed.
    await until(
      `${title} fits ${width} px`,
      () => page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
      10_000,
    );
    const seen = { title, width, colorScheme };
    expect({ ...seen, barriers: await person.barriers() }).toEqual({ ...seen, barriers: [] });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function choose(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: textsIn(language)(`language.${language}`), exact: true }).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}

it('signs people in, in every language, light and dark, on a desk and in a hand', async () => {
  const person = await Person.visit(stack, browser, 'candidate1');
  for (const language of languages) {
    await choose(person.page, language);
    await lookAt(person, textsIn(language)('signIn.title'));
  }
  expect(person.complaints).toEqual([]);
  await person.close();
}, 60_000);

it.each(pages)(
  'opens $path for $login in every language, light and dark, on a desk and in a hand',
  async (one) => {
    const person = await Person.signIn(stack, browser, one.login);
    await person.goTo(one.title);
    await person.page.waitForURL(`**${one.path}`);
    for (const language of languages) {
      await choose(person.page, language);
      await lookAt(person, textsIn(language)(one.title));
    }
    expect(person.complaints).toEqual([]);
    await person.close();
  },
  60_000,
);
