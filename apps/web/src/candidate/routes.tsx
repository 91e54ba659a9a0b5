import type { NavigationEntry } from '../app/navigation';

/** Pages with the navigation beside them: children of `appRoute`. */
export const candidateRoutes = [] as const;
/** Pages without any frame: children of `signedInRoute`. */
export const candidateFullScreenRoutes = [] as const;

export const candidateNavigation: readonly NavigationEntry[] = [];
