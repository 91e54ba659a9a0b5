import { z } from 'zod';

import { empty } from './common';
import type { Access } from './permission';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Rate limits by name; the numbers are configuration of the API. */
export type Limit = 'sign_in' | 'password_reset' | 'upload' | 'probe' | 'write';

export interface RouteDefinition<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** Begins with `/`, parameters as `:name`; served below `/api`. */
  readonly path: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** `z.instanceof(Uint8Array)`-like answers do not exist: a route with `binary` streams bytes instead. */
  readonly answer: Answer;
  /** Names of the file fields of a multipart body. */
  readonly files?: readonly string[] | undefined;
  readonly binary?: boolean | undefined;
  readonly limit?: Limit | undefined;
}

type Optional<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? Schema : typeof empty;

interface RouteInput {
  method: Method;
  path: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer?: z.ZodType;
  files?: readonly string[];
  binary?: boolean;
  limit?: Limit;
}

/** A route as `route` makes it: who may call it and whether it streams bytes is known to the compiler. */
type Routed<Input extends RouteInput> = RouteDefinition<
  Optional<Input['params']>,
  Optional<Input['query']>,
  Optional<Input['body']>,
  Optional<Input['answer']>
> & { readonly access: Input['access']; readonly binary: Input['binary'] extends true ? true : undefined };

/** One REST route: what it takes, what it answers and who may call it. */
export function route<const Input extends RouteInput>(input: Input): Routed<Input> {
  return {
    ...input,
    params: input.params ?? empty,
    query: input.query ?? empty,
    body: input.body ?? empty,
    answer: input.answer ?? empty,
  } as unknown as Routed<Input>;
}

export type InputOf<Route extends RouteDefinition> = {
  params: z.output<Route['params']>;
  query: z.output<Route['query']>;
  body: z.output<Route['body']>;
};
export type AnswerOf<Route extends RouteDefinition> = z.output<Route['answer']>;
