import { readFile } from 'node:fs/promises';

import type { FlagView } from '@aigaq/contracts';

import { type Person, t } from './person';
import { until, wordsLike } from './waiting';

/** The way of teachers and senior proctors through the review. */
export class ReviewerScreens {
  constructor(private readonly person: Person) {}

  private get page() {
    return this.person.page;
  }

  private get flags() {
    return this.page.getByRole('list', { name: t('review.flags.list'), exact: true }).getByRole('listitem');
  }

  async openSitting(title: string, name: string): Promise<void> {
    await this.person.goTo('nav.review');
    await this.page.getByRole('link', { name: title, exact: true }).click();
    await this.page.getByRole('link', { name, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  async openTab(tab: 'flags' | 'answers' | 'record' | 'decision'): Promise<void> {
    // How much is left to do may stand behind the name.
    const name = new RegExp(`^${t(`review.tab.${tab}`)}( \\(.+\\))?$`);
    await this.page.getByRole('tab', { name }).click();
  }

  /** Opens a flag by its place in time, which plays its clip. By the keyboard: news may lie over the list for a while. */
  async openFlag(at: number, flag: FlagView): Promise<void> {
    const name = wordsLike('review.flags.open', { flag: t(`flag.${flag.code}.name`), when: null });
    await this.flags.nth(at).getByRole('button', { name }).press('Enter');
    await this.flags.nth(at).and(this.page.locator('[data-selected]')).waitFor();
  }

  /** Seconds from the beginning of the timeline. */
  async position(): Promise<number> {
    return Number(
      await this.page.getByRole('slider', { name: t('review.timeline'), exact: true }).getAttribute('aria-valuenow'),
    );
  }

  async seesRecording(): Promise<void> {
    for (const source of ['camera', 'screen'] as const)
      await until(`the ${source} plays`, () => this.person.plays(t(`source.${source}`)));
  }

  /** Says with one key what the flag that stands open is. */
  async judge(at: number, verdict: 'confirmed' | 'dismissed'): Promise<void> {
    await this.page.keyboard.press(verdict === 'confirmed' ? 'c' : 'd');
    await this.flags
      .nth(at)
      .getByText(t(`record.flag.${verdict}`), { exact: true })
      .waitFor();
  }

  async grade(position: number, points: number): Promise<void> {
    await this.openTab('answers');
    const field = this.page.getByRole('textbox', { name: t('review.answers.points', { position }), exact: true });
    await field.fill(String(points));
    await field.blur();
    await this.person.press('review.answers.save');
    await this.page.getByText(t('review.answers.saved'), { exact: true }).waitFor();
  }

  async clear(reason: string): Promise<void> {
    await this.openTab('decision');
    await this.page.getByRole('radio', { name: t('record.outcome.cleared'), exact: true }).check();
    await this.page.getByRole('textbox', { name: t('review.decide.reason'), exact: true }).fill(reason);
    await this.person.press('review.decide.take');
    await this.page.getByRole('heading', { name: t('record.outcome.cleared'), exact: true }).waitFor();
  }

  /** Draws the protocol up and answers the file that the browser got. */
  async downloadProtocol(): Promise<{ path: string; bytes: Buffer }> {
    await this.person.press('review.protocol.create');
    const button = this.page.getByRole('button', { name: wordsLike('review.protocol.download', { number: null }) });
    await button.waitFor();
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    const path = await download.path();
    return { path, bytes: await readFile(path) };
  }
}
