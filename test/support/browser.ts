import { chromium, type Browser } from 'playwright-core';

export interface CandidateOptions {
  /** A `.mjpeg` or `.y4m` file that the camera shows, again and again; default Chromium's green test picture. */
  readonly camera?: string;
  /** A `.wav` file that the microphone hears; default Chromium's beeps. */
  readonly microphone?: string;
  /** What the candidate chooses when asked for the screen; default the whole screen. */
  readonly screen?: 'monitor' | 'window' | 'browser';
  /** Further flags, such as those of a line that the test can cut. */
  readonly more?: readonly string[];
}

/**
 * A headless Chromium whose camera, microphone and screen are fed. One browser has one camera: two candidates are two
 * browsers. `CHROMIUM` may name another program than Debian's.
 */
export function launchBrowser({
  camera,
  microphone,
  screen = 'monitor',
  more = [],
}: CandidateOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: [
      // Tests run as root in containers, where Chromium's sandbox cannot be set up.
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      screen === 'monitor'
        ? '--use-fake-device-for-media-stream'
        : `--use-fake-device-for-media-stream=display-media-type=${screen}`,
      ...(screen === 'monitor' ? ['--auto-select-desktop-capture-source=Entire screen'] : []),
      ...(camera === undefined ? [] : [`--use-file-for-fake-video-capture=${camera}`]),
      ...(microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}`]),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  });
}
