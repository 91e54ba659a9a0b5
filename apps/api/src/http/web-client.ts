import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

const yearSeconds = 365 * 24 * 3600;

/**
 * Serves the built client. Files under `assets/` carry a hash in their name and never change; every
 * other path that could be a page gets `index.html`, in which the client's own router takes over.
 */
export function useWebClient(app: NestExpressApplication, folder: string): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new Error(`There is no built client in ${folder}: index.html is missing.`);
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      index: false,
      immutable: true,
      maxAge: yearSeconds * 1000,
      fallthrough: true,
    }),
  );
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index);
  });
}

function isPage(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (/^\/(api|health|socket\.io|assets)(\/|$)/.test(request.path)) return false;
  // A missing picture is not a page.
  if (/\.[a-z0-9]{1,8}$/i.test(request.path)) return false;
  return request.accepts(['html', 'json']) === 'html';
}
