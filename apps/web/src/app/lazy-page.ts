import { createElement, use, type ComponentType } from 'react';

import { routes } from '@aigaq/contracts';

import { call } from '../api/call';
import { connection } from '../api/connection';

const lastReload = 'aigaq.reloaded';
const minute = 60_000;

/**
 * A page in a chunk of its own: `component: lazyPage(() => import('./groups-page'), 'GroupsPage')`. Where the chunk
 * cannot be fetched because the line is down, that is told as such in the page's place and tried again when the line is
 * back; the router's own lazy component would reload into the error page of the browser.
 */
export function lazyPage<Chunk, Name extends keyof Chunk>(load: () => Promise<Chunk>, name: Name) {
  let page: ComponentType | undefined;
  let pending: Promise<void> | undefined;
  const fetchPage = (): Promise<void> => {
    pending ??= load().then((chunk) => {
      // To look into the page's type here would make the routes' types depend on themselves: a page asks them for its parameters.
      page = chunk[name] as ComponentType;
    }, whyNot);
    return pending;
  };
  // What failed is kept, or else each rendering would try again; it is forgotten when the server answers again.
  connection.subscribe(() => {
    if (connection.online && page === undefined) pending = undefined;
  });
  function LazyPage() {
    if (page === undefined) use(fetchPage());
    return page === undefined ? null : createElement(page);
  }
  LazyPage.preload = fetchPage;
  return LazyPage;
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
