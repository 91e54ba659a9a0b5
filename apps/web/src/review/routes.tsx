import type { NavigationEntry } from '../app/navigation';

/** Pages with the navigation beside them: children of `appRoute`. */
export const reviewRoutes = [] as const;
/** Pages without any frame: children of `signedInRoute`. */
export const reviewFullScreenRoutes = [] as const;

export const reviewNavigation: readonly NavigationEntry[] = [];
