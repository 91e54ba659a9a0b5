import { createRoute } from '@tanstack/react-router';
import { IconGavel } from '@tabler/icons-react';

import { lazyPage } from '../app/lazy-page';
import type { NavigationEntry } from '../app/navigation';
import { appRoute, requires, signedInRoute } from '../app/root-route';
import { readListSearch, readSittingSearch } from './search';

const events = createRoute({
  getParentRoute: () => appRoute,
  path: '/review',
  beforeLoad: requires('sitting.read'),
  component: lazyPage(() => import('./list/review-events-page'), 'ReviewEventsPage'),
});
const list = createRoute({
  getParentRoute: () => appRoute,
  path: '/review/$eventId',
  validateSearch: readListSearch,
  beforeLoad: requires('sitting.read'),
  component: lazyPage(() => import('./list/sittings-page'), 'SittingsPage'),
});
const sitting = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sittings/$sittingId',
  validateSearch: readSittingSearch,
  beforeLoad: requires('sitting.read'),
  component: lazyPage(() => import('./sitting-page'), 'SittingPage'),
});

/** Pages with the navigation beside them: children of `appRoute`. */
export const reviewRoutes = [events, list] as const;
/** Pages without any frame: children of `signedInRoute`. */
export const reviewFullScreenRoutes = [sitting] as const;

export const reviewNavigation: readonly NavigationEntry[] = [
  { to: '/review', label: 'nav.review', icon: IconGavel, permissions: ['sitting.read'], section: 'work' },
];
