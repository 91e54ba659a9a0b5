import { createRouter } from '@tanstack/react-router';

import { candidateRoutes, candidateFullScreenRoutes } from '../candidate/routes';
import { proctorRoutes, proctorFullScreenRoutes } from '../proctor/routes';
import { reviewRoutes, reviewFullScreenRoutes } from '../review/routes';
import { LoadingState, RouteError, RouteNotFound } from '../shared/states';
import { publicRoutes } from '../sign-in/routes';
import { staffRoutes } from '../staff/routes';
import { client } from './client';
import { navigation } from './menu';
import { appRoute, publicRoute, rootRoute, signedInRoute } from './root-route';

const routeTree = rootRoute.addChildren([
  publicRoute.addChildren(publicRoutes),
  signedInRoute.addChildren([
    ...candidateFullScreenRoutes,
    ...proctorFullScreenRoutes,
    ...reviewFullScreenRoutes,
    appRoute.addChildren([...staffRoutes, ...candidateRoutes, ...proctorRoutes, ...reviewRoutes]),
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { client, navigation },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: LoadingState,
  // Each page by itself: the frame around it stays.
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteNotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
