import { launchBrowser } from '../support/browser';

describe('the browser of the tests', () => {
  it('gives camera, microphone and the whole screen to a page that asks', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.route('http://localhost/**', (route) => route.fulfill({ contentType: 'text/html', body: '<p>here' }));
      await page.goto('http://localhost/');
      const got: unknown = await page.evaluate(`(async () => {
        const own = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
        const screen = await navigator.mediaDevices.getDisplayMedia({ video: true });
        return [...own.getTracks().map((t) => t.kind).sort(), screen.getVideoTracks()[0].getSettings().displaySurface];
      })()`);
      expect(got).toEqual(['audio', 'video', 'monitor']);
    } finally {
      await browser.close();
    }
  }, 30_000);
});
