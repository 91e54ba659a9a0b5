import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet, { type HelmetOptions } from 'helmet';

import { ConnectOrigins } from './connect-origins';
import type { ServingSettings } from './settings';

/** Nothing from anywhere else: no script, style, picture, font, frame or call. */
export function useSecurityHeaders(app: NestExpressApplication, settings: ServingSettings): void {
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: directivesOf(settings, app.get(ConnectOrigins)),
      },
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: settings.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      xFrameOptions: { action: 'deny' },
    }),
  );
  app.use((_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
    response.setHeader(
      'Permissions-Policy',
      'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=(), payment=(), usb=(), browsing-topics=()',
    );
    next();
  });
}

type Directives = NonNullable<Exclude<HelmetOptions['contentSecurityPolicy'], boolean | undefined>['directives']>;

function directivesOf(settings: ServingSettings, origins: ConnectOrigins): Directives {
  return {
    defaultSrc: ["'self'"],
    baseUri: ["'self'"],
    // The face detector is WebAssembly.
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    scriptSrcAttr: ["'none'"],
    // Components set style attributes.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    mediaSrc: ["'self'", 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    frameSrc: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
    manifestSrc: ["'self'"],
    connectSrc: [
      "'self'",
      (request) => [...ownSockets(request.headers.host, settings.secure), ...origins.current()].join(' '),
    ],
    ...(settings.secure ? { upgradeInsecureRequests: [] } : {}),
  };
}

/** Older browsers do not count a socket to the page's own host as `'self'`. */
function ownSockets(host: string | undefined, secure: boolean): string[] {
  return host !== undefined && /^[a-z0-9.:[\]-]+$/i.test(host) ? [`${secure ? 'wss' : 'ws'}://${host}`] : [];
}
