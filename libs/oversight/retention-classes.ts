import { documentRetention } from '@aigaq/documents';
import { peopleRetention } from '@aigaq/people';
import { platformRetention, type RetentionClass } from '@aigaq/platform';
import { proctoringRetention } from '@aigaq/proctoring';

/** Everything that is not kept for ever: `docs/retention.md` has a line for each. */
export const retentionClasses: readonly RetentionClass[] = [
  ...proctoringRetention,
  ...documentRetention,
  ...peopleRetention,
  ...platformRetention,
];
