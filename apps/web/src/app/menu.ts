import { candidateNavigation } from '../candidate/routes';
import { proctorNavigation } from '../proctor/routes';
import { reviewNavigation } from '../review/routes';
import { homeNavigation, staffNavigation } from '../staff/routes';
import type { NavigationEntry } from './navigation';

/** Every line of the menu; a person sees those that his permissions open. */
export const navigation: readonly NavigationEntry[] = [
  homeNavigation,
  ...candidateNavigation,
  ...proctorNavigation,
  ...reviewNavigation,
  ...staffNavigation,
];
