import { Inject, Injectable } from '@nestjs/common';

import { SERVING, type ServingSettings } from './settings';

type Source = () => readonly string[];

/** Where pages may connect to besides the API itself: the media nodes, as configured and as they sign on. */
@Injectable()
export class ConnectOrigins {
  private readonly sources: Source[];

  constructor(@Inject(SERVING) settings: ServingSettings) {
    this.sources = [() => settings.mediaOrigins];
  }

  /** Adds a source that is asked anew for each page. */
  add(source: Source): void {
    this.sources.push(source);
  }

  /** Each as an http and as a ws origin, for the page's Content-Security-Policy. */
  current(): string[] {
    const origins = new Set<string>();
    for (const url of this.sources.flatMap((source) => [...source()])) {
      if (!/^https?:\/\/[a-z0-9.:[\]*-]+$/i.test(url)) continue;
      origins.add(url).add(url.replace(/^http/, 'ws'));
    }
    return [...origins].sort();
  }
}
