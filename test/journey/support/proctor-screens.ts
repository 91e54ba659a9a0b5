import { type Person, t } from './person';
import { until } from './waiting';

/** The proctor's way through the screens. */
export class ProctorScreens {
  constructor(private readonly person: Person) {}

  private get page() {
    return this.person.page;
  }

  private panel(name: string) {
    return this.page.getByRole('complementary', { name: t('watch.panel', { name }), exact: true });
  }

  async openWall(title: string): Promise<void> {
    await this.person.goTo('nav.watch');
    await this.page.getByRole('link', { name: `${t('watch.events.open')}: ${title}`, exact: true }).click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Compares face and document of whoever waits and lets him in. */
  async confirmIdentity(name: string, lastFour: string): Promise<void> {
    await this.person.press('watch.admit', { name });
    for (const key of ['watch.identity.faceOf', 'watch.identity.documentOf'] as const)
      await until('the still is shown', () =>
        this.page
          .getByAltText(t(key, { name }), { exact: true })
          .evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
      );
    const panel = this.panel(name);
    for (const box of await panel.getByRole('checkbox').all()) await box.check();
    await panel.getByLabel(t('watch.identity.last4'), { exact: true }).fill(lastFour);
    await panel.getByRole('button', { name: t('watch.identity.confirm'), exact: true }).click();
    await panel.getByText(t('watch.tile.ready')).first().waitFor();
    // News stay for as long as the pointer rests on them.
    await this.page.mouse.move(0, 0);
  }

  /** Until camera and screen of the open candidate are on, and move. */
  async seesLive(name: string): Promise<void> {
    for (const key of ['watch.camera', 'watch.screen'] as const)
      await until(`the proctor sees ${key}`, () => this.person.plays(t(key, { name })));
  }

  async seesState(name: string, key: 'watch.tile.live' | 'watch.tile.lost' | 'watch.tile.over'): Promise<void> {
    await this.panel(name).getByText(t(key)).first().waitFor();
  }

  /** Flags come with what they tell of, which may be a while off. */
  async seesFlag(name: string, key: Parameters<typeof t>[0]): Promise<void> {
    const flags = this.panel(name).getByRole('list', { name: t('watch.flags'), exact: true });
    await flags.getByText(t(key)).first().waitFor({ timeout: 60_000 });
  }
}
