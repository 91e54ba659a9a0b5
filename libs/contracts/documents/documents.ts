import { z } from 'zod';

import { id, idParams, language, moment } from '../common';
import { route } from '../route';

export const documentView = z.strictObject({
  id,
  kind: z.enum(['protocol']),
  number: z.string(),
  language,
  createdAt: moment,
  createdBy: z.string(),
  sha256: z.string(),
  size: z.number().int(),
});
export type DocumentView = z.infer<typeof documentView>;

export const documentRoutes = {
  /** Renders the protocol of a sitting whose decision is reached, in the event's language. */
  createProtocol: route({
    method: 'POST',
    path: '/sittings/:id/protocol',
    access: 'protocol.create',
    params: idParams,
    limit: 'write',
    answer: documentView,
  }),
  listDocuments: route({
    method: 'GET',
    path: '/sittings/:id/documents',
    access: 'protocol.read',
    params: idParams,
    answer: z.array(documentView),
  }),
  documentFile: route({
    method: 'GET',
    path: '/documents/:id/file',
    access: 'protocol.read',
    params: idParams,
    binary: true,
  }),
};
