/**
 * The only way to the REST API.
 *
 *   const event = await call(routes.getEvent, { params: { id } });
 *   await call(routes.previewRoster, { files: { file } });
 *   const picture = await callBinary(routes.identityImage, { params: { id, image: 'face' } }); // Blob
 *   const address = addressOf(routes.object, { params: { token } }); // for <video>, <img>, <a download>
 *
 * Types come from the route table of @aigaq/contracts: what may be left out has a default there. A refusal is thrown
 * as `ProblemError` (`problems`, `status`, `incident`); a server that cannot be reached as one with `offline: true`.
 * With TanStack Query: `useQuery(query(routes.getEvent, { params: { id } }))`, and for forgetting what was read:
 * `queryClient.invalidateQueries({ queryKey: keyOf(routes.listEvents) })`.
 */
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';

import { problemAnswer, type AnswerOf, type RouteDefinition } from '@aigaq/contracts';

import { connection } from './connection';
import { checkContract } from './contract-checks';
import { ProblemError } from './problem-error';

export { asProblemError, ProblemError } from './problem-error';

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- "has no required key" is just what `{}` asks.
type Nothing = {};
/** A part of the input that has no required key may be left out. */
type Part<Name extends string, Value> = Nothing extends Value ? { [Key in Name]?: Value } : { [Key in Name]: Value };

/** A query is written as text: a value may be given as it will be read there, a number or a truth. */
type Query<Input, Output> = { [Key in keyof Input]: Input[Key] | (Key extends keyof Output ? Output[Key] : never) };

export type CallInput<R extends RouteDefinition> = Part<'params', z.input<R['params']>> &
  Part<'query', Query<z.input<R['query']>, z.output<R['query']>>> &
  Part<'body', z.input<R['body']>> & { files?: Readonly<Record<string, Blob>>; signal?: AbortSignal };

type Arguments<R extends RouteDefinition> =
  Nothing extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>];

export const csrfHeader = 'x-csrf-token';
let csrfToken = '';
let lostSession: () => void = () => undefined;

/** Set after sign-in and whenever `me` is read. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** What to do when the server says that nobody is signed in any more. */
export function onLostSession(listener: () => void): void {
  lostSession = listener;
}

export async function call<R extends RouteDefinition>(route: R, ...[input]: Arguments<R>): Promise<AnswerOf<R>> {
  const response = await send(route, input ?? {});
  const body: unknown = await readJson(response);
  checkContract(`answer of ${route.method} ${route.path}`, route.answer, body);
  return body as AnswerOf<R>;
}

/** A stored object or a document, whole. */
export async function callBinary<R extends RouteDefinition>(route: R, ...[input]: Arguments<R>): Promise<Blob> {
  const response = await send(route, input ?? {});
  try {
    return await response.blob();
  } catch {
    throw connection.lost();
  }
}

/** The address of a GET route, for elements that load by themselves. */
export function addressOf<R extends RouteDefinition>(route: R, ...[input]: Arguments<R>): string {
  return buildAddress(route, input ?? {});
}

/** What a query is remembered under; without input: every query of the route. */
export function keyOf<R extends RouteDefinition>(route: R, input?: Partial<CallInput<R>>): QueryKey {
  const base = [route.method, route.path];
  return input === undefined ? base : [...base, input.params ?? {}, input.query ?? {}];
}

/** Options for `useQuery`, `ensureQueryData` and the like. */
export function query<R extends RouteDefinition>(route: R, ...[input]: Arguments<R>) {
  return queryOptions({
    queryKey: keyOf(route, (input ?? {}) as CallInput<R>),
    queryFn: ({ signal }) => {
      const withSignal = [{ ...input, signal }] as unknown as Arguments<R>;
      return call(route, ...withSignal);
    },
  });
}

interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  files?: Readonly<Record<string, Blob>>;
  signal?: AbortSignal;
}

async function send(route: RouteDefinition, input: LooseInput): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(buildAddress(route, input), requestOf(route, input));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw connection.lost();
  }
  // A balancer whose API is away answers with its own page: that is the line, not a refusal.
  if ([502, 504].includes(response.status)) throw connection.lost();
  connection.found();
  if (response.ok) return response;
  throw await refusalOf(response);
}

function requestOf(route: RouteDefinition, input: LooseInput): RequestInit {
  const headers: Record<string, string> = { accept: route.binary ? '*/*' : 'application/json' };
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (input.signal) request.signal = input.signal;
  if (route.method === 'GET') return request;
  headers[csrfHeader] = csrfToken;
  if (route.files) request.body = multipartOf(input);
  else {
    headers['content-type'] = 'application/json';
    request.body = JSON.stringify(input.body ?? {});
  }
  return request;
}

function multipartOf(input: LooseInput): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries((input.body ?? {}) as Record<string, unknown>))
    data.append(name, String(value));
  for (const [name, file] of Object.entries(input.files ?? {}))
    data.append(name, file, file instanceof File ? file.name : name);
  return data;
}

export function buildAddress(
  route: Pick<RouteDefinition, 'path'>,
  input: { params?: unknown; query?: unknown },
): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '')
      search.append(name, `${value as string | number | boolean}`);
  }
  const text = search.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // The line broke in the middle of the answer.
    throw connection.lost();
  }
}

async function refusalOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemAnswer.safeParse(body);
  const error = parsed.success
    ? new ProblemError(parsed.data.problems, response.status, parsed.data.incident)
    : new ProblemError([{ code: 'internal' }], response.status);
  if (error.has('not_signed_in')) lostSession();
  return error;
}
