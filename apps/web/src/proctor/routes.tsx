import type { NavigationEntry } from '../app/navigation';

/** Pages with the navigation beside them: children of `appRoute`. */
export const proctorRoutes = [] as const;
/** Pages without any frame: children of `signedInRoute`. */
export const proctorFullScreenRoutes = [] as const;

export const proctorNavigation: readonly NavigationEntry[] = [];
