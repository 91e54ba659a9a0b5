import { documentRoutes } from './documents/documents';
import { examRoutes } from './exams/routes';
import { oversightRoutes } from './oversight/oversight';
import { peopleRoutes } from './people/routes';
import { mediaNamespace } from './media/media-socket';
import { nodeNamespace } from './media/node-socket';
import { proctorNamespace } from './proctoring/proctor-socket';
import { proctoringRoutes } from './proctoring/routes';
import { sittingNamespace } from './proctoring/sitting-socket';
import { scheduleRoutes } from './schedule/routes';

/** Every REST route of the installation: the API serves these and no others. */
export const routes = {
  ...peopleRoutes,
  ...scheduleRoutes,
  ...examRoutes,
  ...proctoringRoutes,
  ...documentRoutes,
  ...oversightRoutes,
};
export type RouteName = keyof typeof routes;

export const namespaces = {
  sitting: sittingNamespace,
  proctor: proctorNamespace,
  node: nodeNamespace,
  media: mediaNamespace,
};
