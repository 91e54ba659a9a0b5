import { json, type Request, type RequestHandler, type Response } from 'express';
import multer, { memoryStorage, MulterError } from 'multer';

import { failure, success } from '@aigaq/kernel';
import { type InputOf, type Outcome, type Problem, problemsOf, type RouteDefinition } from '@aigaq/contracts';

import type { UploadedBytes } from './handle';
import { problemsOfText } from './unstorable-text';

const jsonLimit = 4 * 1024 * 1024;
/** Of callers who are not signed in nothing long is read. */
const publicJsonLimit = 64 * 1024;
const fileLimit = 15 * 1024 * 1024;
const fieldLimit = 64 * 1024;

const readJson = json({ limit: jsonLimit, strict: true, type: () => true });
const readPublicJson = json({ limit: publicJsonLimit, strict: true, type: () => true });

export interface Input {
  readonly checked: InputOf<RouteDefinition>;
  readonly files: Readonly<Record<string, UploadedBytes>>;
}

/** Reads parameters, query, body and files of a request, and names all that does not fit the route. */
export async function readInput(route: RouteDefinition, request: Request, response: Response): Promise<Outcome<Input>> {
  const read = await readBody(route, request, response);
  if (!read.ok) return read;
  const params = route.params.safeParse({ ...request.params }, { reportInput: true });
  const query = route.query.safeParse({ ...request.query }, { reportInput: true });
  const body = route.body.safeParse(read.value.body, { reportInput: true });
  const problems = [params, query, body].flatMap((parsed) => (parsed.success ? [] : problemsOf(parsed.error)));
  if (!params.success || !query.success || !body.success) return failure(...problems);
  const texts = [params, query, body].flatMap((parsed) => problemsOfText(parsed.data));
  if (texts.length > 0) return failure(...texts);
  return success({ checked: { params: params.data, query: query.data, body: body.data }, files: read.value.files });
}

type Read = Outcome<{ body: unknown; files: Readonly<Record<string, UploadedBytes>> }>;

async function readBody(route: RouteDefinition, request: Request, response: Response): Promise<Read> {
  if (route.method === 'GET') return success({ body: {}, files: {} });
  if (route.files) return readFiles(route.files, request, response);
  const isJson = request.is('json');
  // Nothing sent is an empty body, with or without a word on its length.
  if (isJson === null || request.header('content-length') === '0') return success({ body: {}, files: {} });
  // A form of a foreign page can send plain text, but never this type without asking first.
  if (isJson === false) return failure({ code: 'bad_json' });
  const refused = await through(route.access === 'public' ? readPublicJson : readJson, request, response);
  return refused ? failure(refused) : success({ body: (request.body as unknown) ?? {}, files: {} });
}

async function readFiles(names: readonly string[], request: Request, response: Response): Promise<Read> {
  if (request.is('multipart/form-data') === false) return failure({ code: 'file_missing', field: names[0] ?? '' });
  const upload = multer({
    storage: memoryStorage(),
    limits: { fileSize: fileLimit, files: names.length, fields: 50, fieldSize: fieldLimit, parts: names.length + 50 },
    // Browsers send names of files in UTF-8.
    defParamCharset: 'utf8',
  });
  const refused = await through(upload.fields(names.map((name) => ({ name, maxCount: 1 }))), request, response);
  if (refused) return failure(refused);
  const sent = (request.files ?? {}) as Record<string, Express.Multer.File[]>;
  const files: Record<string, UploadedBytes> = {};
  for (const name of names) {
    const file = sent[name]?.[0];
    if (!file) return failure({ code: 'file_missing', field: name });
    files[name] = { bytes: file.buffer, name: file.originalname.replace(/\p{Cc}/gu, ''), contentType: file.mimetype };
  }
  return success({ body: { ...(request.body as object | undefined) }, files });
}

/** Runs a body parser of Express; what it refuses is the sender's fault, anything else is thrown. */
async function through(handler: RequestHandler, request: Request, response: Response): Promise<Problem | null> {
  try {
    await new Promise<void>((resolve, reject) => {
      void handler(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(asError(error))));
    });
    return null;
  } catch (error) {
    const problem = problemOf(error);
    if (problem) return problem;
    throw error;
  }
}

function problemOf(error: unknown): Problem | null {
  if (error instanceof MulterError) {
    const field = error.field ?? '';
    if (error.code === 'LIMIT_FILE_SIZE') return { code: 'file_too_large', field, params: { limit: fileLimit } };
    return { code: error.code === 'LIMIT_UNEXPECTED_FILE' ? 'unknown_key' : 'file_unreadable', field };
  }
  const { status, type } = error as { status?: number; type?: string };
  if (type === 'entity.too.large') return { code: 'file_too_large', params: { limit: jsonLimit } };
  // Body-parser marks the sender's faults with a status; busboy's are plain errors about the form.
  if (status !== undefined && status < 500) return { code: 'bad_json' };
  return error instanceof Error && /multipart|boundary|unexpected end of form/i.test(error.message)
    ? { code: 'file_unreadable' }
    : null;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
