import { z } from 'zod';

import { id, moment, pageOf, pageQuery } from '../common';
import { route } from '../route';

export const journalLine = z.strictObject({
  id: z.string(),
  at: moment,
  actor: z.string().nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

export const oversightRoutes = {
  listJournal: route({
    method: 'GET',
    path: '/journal',
    access: 'journal.read',
    query: pageQuery.extend({ action: z.string().trim().max(100).optional(), subjectId: id.optional() }),
    answer: pageOf(journalLine),
  }),
};
