import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

import { routes } from '@aigaq/contracts';

import { call } from '../api/call';

const lastReload = 'aigaq.reloaded';
const minute = 60_000;

/**
 * A page in a chunk of its own: `component: lazyPage(() => import('./groups-page'), 'GroupsPage')`. Where the chunk
 * cannot be fetched because the line is down, that is told as such in the page's place and tried again when the line is
 * back; the router alone would reload into the browser's own error page.
 */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazyRouteComponent(() => load().catch(whyNot), name);
}

/** Throws "offline" where the server does not answer. Where it does, it is of a newer build: the page loads anew, once. */
async function whyNot(error: unknown): Promise<never> {
  await call(routes.welcome);
  const now = Date.now();
  if (now - Number(sessionStorage.getItem(lastReload) ?? 0) < minute) throw error;
  sessionStorage.setItem(lastReload, String(now));
  location.reload();
  return new Promise(() => undefined);
}
