import { Inject, Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';

import { type Acknowledgement, type CommandDefinition, type Outcome, type Problem, problemsOf } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Actor, OpenSession, Origin } from '@aigaq/people';
import { Log, StoreUnavailable } from '@aigaq/platform';

import { permits } from '../http/access';
import { SERVING, type ServingSettings } from '../http/settings';
import { problemsOfText } from '../http/unstorable-text';
import { SocketSessions } from './socket-sessions';

interface Named {
  readonly namespace: string;
  readonly name: string;
  readonly definition: CommandDefinition;
}

interface CheckedCall {
  readonly actor: Actor | null;
  readonly input: unknown;
  readonly socket: Socket;
  readonly origin: Origin;
}

/** Stands around every command: who asks, may he, does it fit the schema; and answers with an acknowledgement, come what may. */
@Injectable()
export class SocketFrame {
  constructor(
    private readonly sessions: SocketSessions,
    private readonly log: Log,
    @Inject(SERVING) private readonly settings: ServingSettings,
  ) {}

  async answer(
    command: Named,
    socket: Socket,
    data: unknown,
    run: (call: CheckedCall) => Promise<Outcome<unknown>>,
  ): Promise<Acknowledgement<unknown>> {
    try {
      const caller = await this.callerOf(command.definition, socket);
      if (!caller.ok) return { ok: false, problems: [...caller.problems] };
      const input = command.definition.input.safeParse(data, { reportInput: true });
      if (!input.success) return { ok: false, problems: problemsOf(input.error) };
      const unkept = problemsOfText(input.data);
      if (unkept.length > 0) return { ok: false, problems: unkept };
      const origin = this.sessions.originOf(socket);
      const outcome = await run({ actor: caller.value?.actor ?? null, input: input.data, socket, origin });
      if (!outcome.ok) return { ok: false, problems: [...outcome.problems] };
      if (this.settings.checkAnswers) command.definition.answer.parse(outcome.value);
      return { ok: true, value: outcome.value };
    } catch (error) {
      return this.bug(command, error);
    }
  }

  private async callerOf(definition: CommandDefinition, socket: Socket): Promise<Outcome<OpenSession | null>> {
    const refuse = (problem: Problem) => ({ ok: false, problems: [problem] }) as const;
    if (definition.access === 'media_node')
      return this.sessions.isNode(socket) ? { ok: true, value: null } : refuse({ code: 'forbidden' });
    const session = await this.sessions.current(socket);
    if (!session) {
      socket.disconnect(true);
      return refuse({ code: 'not_signed_in' });
    }
    return permits(definition.access, session) ? { ok: true, value: session } : refuse({ code: 'forbidden' });
  }

  private bug(command: Named, error: unknown): Acknowledgement<unknown> {
    const incident = newId();
    this.log.error('A socket command failed.', error, {
      incident,
      namespace: command.namespace,
      command: command.name,
    });
    return {
      ok: false,
      problems: [{ code: error instanceof StoreUnavailable ? 'store_unavailable' : 'internal' }],
      incident,
    };
  }
}
