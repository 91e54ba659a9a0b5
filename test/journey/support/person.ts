import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import type { AnswerOf, RouteDefinition } from '@aigaq/contracts';
import { textsIn, type TextKey, type TextParams } from '@aigaq/texts';

import type { TestStack } from '../../support/stack';

interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
}

const shots = resolve(__dirname, '../../../docs/screenshots');

/** Words of the demonstration's language. */
export const t = (key: TextKey, params?: TextParams): string => textsIn('kk')(key, params);

/** Somebody of the demonstration college in a browser of his own. */
export class Person {
  /** What the page complained about, and where it went outside of the installation. */
  readonly complaints: string[] = [];

  private constructor(
    readonly stack: TestStack,
    readonly account: DemoAccount,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** Before the door: at the page where people sign in. */
  static async visit(stack: TestStack, browser: Browser, login: string): Promise<Person> {
    const file = await readFile(join(stack.dataFolder, 'demo-accounts.json'), 'utf8');
    const account = (JSON.parse(file) as DemoAccount[]).find((one) => one.login === login);
    if (account === undefined) throw new Error(`The demonstration has no ${login}.`);
    const context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1280, height: 800 },
      locale: 'kk-KZ',
      timezoneId: 'Asia/Almaty',
    });
    context.setDefaultTimeout(20_000);
    const person = new Person(stack, account, context, await context.newPage());
    person.listen();
    await person.page.goto(`${stack.url}/sign-in`);
    return person;
  }

  static async signIn(stack: TestStack, browser: Browser, login: string): Promise<Person> {
    const person = await Person.visit(stack, browser, login);
    const { page, account } = person;
    await page.getByLabel(t('field.login'), { exact: true }).fill(account.login);
    await page.getByLabel(t('field.password'), { exact: true }).fill(account.password);
    await person.press('action.signIn');
    await page.getByRole('navigation').first().waitFor();
    return person;
  }

  /** While the line is down the browser says so by itself, and is right. */
  private listen(): void {
    const { page, stack } = this;
    const own = [new URL(stack.url).host, new URL(stack.mediaUrl).host];
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/net::ERR_/.test(message.text())) this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && !own.includes(host)) this.complaints.push(`went to ${host}`);
    });
    // Leaving a running exam asks first: who reloads means it.
    page.on('dialog', (dialog) => void dialog.accept());
  }

  async press(key: TextKey, params?: TextParams): Promise<void> {
    await this.page.getByRole('button', { name: t(key, params), exact: true }).click();
  }

  /** By the menu, as people do. */
  async goTo(key: TextKey): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: t(key), exact: true })
      .click();
  }

  /** Whether each video with that name shows a picture that moves on. */
  async plays(label: string): Promise<boolean> {
    const look = () =>
      this.page
        .locator(`video[aria-label="${label}"]`)
        .evaluateAll((videos: HTMLVideoElement[]) =>
          videos.map(({ currentTime: at, videoWidth: width }) => ({ at, width })),
        );
    const before = await look();
    await this.page.evaluate('new Promise((seen) => setTimeout(seen, 400))');
    const after = await look();
    return after.length > 0 && after.every(({ at, width }, index) => width > 0 && at > (before[index]?.at ?? at));
  }

  /** Asks the API as the page does. */
  async read<R extends RouteDefinition>(route: R, params: Record<string, string>): Promise<AnswerOf<R>> {
    const path = route.path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? '');
    const response = await this.context.request.get(`${this.stack.url}/api${path}`);
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
    return route.answer.parse(await response.json()) as AnswerOf<R>;
  }

  /** What axe finds on the page as it is, by rule; only what keeps people out. */
  async barriers(): Promise<string[]> {
    // The other mode opens a page of its own, and a candidate's window would have been left.
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode(true)
      // Still an experiment of axe: it takes a name with a comma in it for another one than the same words in two lines.
      .disableRules('label-content-name-mismatch')
      .analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }

  /** Takes the picture in any case, so that taking it is tried; keeps it in `docs` with UPDATE_SCREENSHOTS=1. */
  async photograph(name: string): Promise<void> {
    const folder = process.env['UPDATE_SCREENSHOTS'] === '1' ? shots : join(this.stack.dataFolder, 'screenshots');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
