import { createRoute } from '@tanstack/react-router';
import { IconPencilCheck } from '@tabler/icons-react';

import { lazyPage } from '../app/lazy-page';
import type { NavigationEntry } from '../app/navigation';
import { appRoute, requires, signedInRoute } from '../app/root-route';

const myExams = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-exams',
  beforeLoad: requires('own_sitting.read'),
  component: lazyPage(() => import('./my-exams/my-exams-page'), 'MyExamsPage'),
});
const myRecord = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-exams/$sittingId',
  beforeLoad: requires('own_sitting.read'),
  component: lazyPage(() => import('./my-exams/my-record-page'), 'MyRecordPage'),
});
const sitting = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sitting/$sittingId',
  beforeLoad: requires('own_sitting.act'),
  component: lazyPage(() => import('./sitting-page'), 'SittingPage'),
});

/** Pages with the navigation beside them: children of `appRoute`. */
export const candidateRoutes = [myExams, myRecord] as const;
/** Pages without any frame: children of `signedInRoute`. */
export const candidateFullScreenRoutes = [sitting] as const;

export const candidateNavigation: readonly NavigationEntry[] = [
  {
    to: '/my-exams',
    label: 'nav.myExams',
    icon: IconPencilCheck,
    permissions: ['own_sitting.read'],
    section: 'mine',
  },
];
