import type { z } from 'zod';

import type { Access } from './permission';
import type { ProblemAnswer } from './problem';

/** A command from a client: acknowledged, idempotent by its `id` where it writes, safe to repeat. */
export interface CommandDefinition<Input extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  readonly access: Access;
  readonly input: Input;
  readonly answer: Answer;
}

/** Everything that one kind of client says and hears in one socket.io namespace. */
export interface NamespaceDefinition {
  /** Begins with `/`. */
  readonly path: string;
  readonly commands: Readonly<Record<string, CommandDefinition>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

export function namespace<const Namespace extends NamespaceDefinition>(definition: Namespace): Namespace {
  return definition;
}

export function command<const Allowed extends Access, Input extends z.ZodType, Answer extends z.ZodType>(
  access: Allowed,
  input: Input,
  answer: Answer,
): CommandDefinition<Input, Answer> & { readonly access: Allowed } {
  return { access, input, answer };
}

/** What a command's acknowledgement carries. */
export type Acknowledgement<Answer> = { ok: true; value: Answer } | ({ ok: false } & ProblemAnswer);

export type CommandInput<N extends NamespaceDefinition, Name extends keyof N['commands']> = z.output<
  N['commands'][Name]['input']
>;
export type CommandAnswer<N extends NamespaceDefinition, Name extends keyof N['commands']> = z.output<
  N['commands'][Name]['answer']
>;
export type EventPayload<N extends NamespaceDefinition, Name extends keyof N['events']> = z.output<N['events'][Name]>;
