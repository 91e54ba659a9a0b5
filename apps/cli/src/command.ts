import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What a person can mend: printed as it is, without a trace, and ends the command with status 1. */
export class CommandProblem extends Error {
  override name = 'CommandProblem';

  constructor(
    message: string,
    /** What to do about it. */
    readonly remedy?: string,
  ) {
    super(message);
  }
}

/** The command was called in a way that it does not understand; status 2. */
export class UsageProblem extends CommandProblem {
  override name = 'UsageProblem';
}

/** What a command sees of the world. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** What a relative path starts from. */
  readonly folder: string;
  /** Results. With `--json` one object and nothing else. */
  out(text: string): void;
  /** Shows how far it is, where a person looks on. */
  progress(text: string): void;
}

export interface Command {
  /** As it is typed, such as `retention run`. */
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  /** Answers the exit status. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options every command has that works on an installation. */
export const installationOptions = {
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies Options;

/** @throws UsageProblem for an unknown option, a missing value, or a word too many */
export function readOptions<Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node explains what might have been meant in further sentences, which speak of its own conventions.
    throw new UsageProblem(
      `${error instanceof Error ? error.message.split('. ')[0] : String(error)}.`.replace('..', '.'),
    );
  }
}
