import { createRoute } from '@tanstack/react-router';
import { IconEye } from '@tabler/icons-react';

import { lazyPage } from '../app/lazy-page';
import type { NavigationEntry } from '../app/navigation';
import { appRoute, requires, signedInRoute } from '../app/root-route';
import { readWallSearch } from './search';

const events = createRoute({
  getParentRoute: () => appRoute,
  path: '/watch',
  beforeLoad: requires('sitting.watch'),
  component: lazyPage(() => import('./events-page'), 'WatchedEventsPage'),
});
const wall = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/watch/$eventId',
  validateSearch: readWallSearch,
  beforeLoad: requires('sitting.watch'),
  component: lazyPage(() => import('./wall-page'), 'WallPage'),
});

/** Pages with the navigation beside them: children of `appRoute`. */
export const proctorRoutes = [events] as const;
/** Pages without any frame: children of `signedInRoute`. */
export const proctorFullScreenRoutes = [wall] as const;

export const proctorNavigation: readonly NavigationEntry[] = [
  { to: '/watch', label: 'nav.watch', icon: IconEye, permissions: ['sitting.watch'], section: 'work' },
];
