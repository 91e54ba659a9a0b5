import type { AuthoredItem } from '@aigaq/contracts';

import { type Person, t } from './person';
import { scenarioTime, until, wordsLike } from './waiting';

export type Given = string | readonly string[];

/** The candidate's way through the screens. */
export class CandidateScreens {
  constructor(private readonly person: Person) {}

  private get page() {
    return this.person.page;
  }

  get sittingId(): string {
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }

  async openSitting(title: string): Promise<void> {
    await this.person.goTo('nav.myExams');
    await this.page.getByRole('article', { name: title, exact: true }).getByRole('link').click();
    await this.page.waitForURL('**/sitting/*');
  }

  async consent(): Promise<void> {
    await this.person.press('consentStep.agree');
  }

  async checkDevices(): Promise<void> {
    await this.person.press('deviceCheck.begin');
    await this.person.press('deviceCheck.share');
    await this.step('deviceCheck.yourCamera');
    await this.person.press('action.continue');
  }

  /** Until one's own media have come back from the server. */
  async rehearse(): Promise<void> {
    await this.person.press('rehearsal.begin');
    for (const source of ['camera', 'screen', 'microphone'] as const)
      await this.page.getByText(`${t(`source.${source}`)}: ${t('rehearsal.arrives')}`, { exact: true }).waitFor();
    await this.person.press('rehearsal.finish');
  }

  async showFaceAndDocument(): Promise<void> {
    await this.person.press('enterRoom.enter');
    for (const title of ['identityStep.face', 'identityStep.document'] as const) {
      await this.step(title);
      await this.person.press('identityStep.take');
      await this.person.press('identityStep.use');
    }
    await this.page.getByLabel(t('identityStep.coveredCheck'), { exact: true }).check();
    await this.person.press('identityStep.send');
    await this.page.getByText(t('identityStep.compared'), { exact: true }).waitFor();
  }

  async start(): Promise<void> {
    await this.page.getByText(t('identityStep.confirmed'), { exact: true }).first().waitFor();
    await this.person.press('action.continue');
    // The step in the rail has the same name.
    const start = this.page.getByRole('button', { name: t('waitStep.start'), exact: true });
    await start.and(this.page.locator(':not([aria-current])')).click();
    await this.page
      .getByRole('heading', { name: wordsLike('examPage.questionOf', { number: 1, count: null }) })
      .waitFor();
  }

  /** Answers the question that is open and goes on to the next, or to the overview after the last. */
  async answer(item: AuthoredItem, number: number, count: number, given: Given): Promise<void> {
    await this.page.getByRole('heading', { name: wordsLike('examPage.questionOf', { number, count }) }).waitFor();
    switch (item.type) {
      case 'choice':
        await this.page.getByRole('radio', { name: String(given), exact: true }).check();
        break;
      case 'multiple_choice':
        for (const option of given) await this.page.getByRole('checkbox', { name: option, exact: true }).check();
        break;
      case 'text_entry':
      case 'extended_text':
        await this.page.getByLabel(t('examPage.yourAnswer'), { exact: true }).fill(String(given));
        break;
    }
    await this.person.press(number === count ? 'examPage.toOverview' : 'examPage.next');
  }

  /** Until the server has all answers. */
  async saved(): Promise<void> {
    await this.page
      .getByTestId('save-state')
      .getByText(wordsLike('saving.saved', { time: null }))
      .waitFor();
  }

  async noticesTheLostLine(): Promise<void> {
    await this.page.getByText(t('examBand.line'), { exact: true }).waitFor();
  }

  async hasTheLineBack(): Promise<void> {
    await this.page.getByText(t('examBand.line'), { exact: true }).waitFor({ state: 'detached' });
  }

  async isRecorded(): Promise<void> {
    await this.page.getByText(t('examPage.recording'), { exact: true }).waitFor();
  }

  /** The page anew: camera and microphone come by themselves, screen and full screen take a click each. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.person.press('deviceCheck.share');
    await this.person.press('examBand.fillScreen');
    await this.isRecorded();
  }

  /** Really leaves the window for another for so long; answers when it was left and come back to. */
  async leaveWindow(milliseconds: number): Promise<{ left: number; back: number }> {
    const devTools = await this.person.context.newCDPSession(this.page);
    // Else every page of a test believes that it has the focus.
    await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await this.page.bringToFront();
    await until('the exam has the focus', () => this.page.evaluate('document.hasFocus()'));
    const other = await this.person.context.newPage();
    await other.bringToFront();
    const left = Date.now();
    await until('the exam has lost the focus', () => this.page.evaluate('!document.hasFocus()'));
    await scenarioTime(milliseconds);
    await other.close();
    await this.page.bringToFront();
    const back = Date.now();
    await until('the exam has the focus again', () => this.page.evaluate('document.hasFocus()'));
    return { left, back };
  }

  /** Until nothing is missing any more: no band above the question. */
  async pageIsWhole(): Promise<void> {
    for (const key of ['examBand.screen', 'examBand.fullScreen', 'examBand.line'] as const)
      await this.page.getByText(t(key), { exact: true }).waitFor({ state: 'detached' });
  }

  /** Answers the checksum of the receipt. */
  async handIn(): Promise<string> {
    await this.person.press('examPage.handIn');
    await this.person.press('examPage.handInNow');
    await this.page.getByRole('heading', { name: t('overPage.submitted.title'), exact: true }).waitFor();
    const checksum = this.page.getByRole('definition').filter({ hasText: /^[0-9a-f]{64}$/ });
    await checksum.waitFor();
    return checksum.innerText();
  }

  private async step(key: Parameters<typeof t>[0]): Promise<void> {
    await this.page.getByRole('heading', { name: t(key), exact: true }).waitFor();
  }
}
