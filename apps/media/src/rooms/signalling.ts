import type { Namespace } from 'socket.io';

import {
  type Acknowledgement,
  type CommandAnswer,
  type CommandInput,
  mediaNamespace,
  type Outcome,
  problemsOf,
} from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Log } from '@aigaq/platform';

import { Peer } from './peer';
import type { Rooms } from './rooms';
import type { TicketDesk } from './ticket-desk';

type Name = keyof (typeof mediaNamespace)['commands'];
type Handlers = {
  [Command in Name]: (
    input: CommandInput<typeof mediaNamespace, Command>,
  ) => Promise<Outcome<CommandAnswer<typeof mediaNamespace, Command>>>;
};

/** A socket without a ticket is let go after so long. */
const joinWithinMilliseconds = 15_000;
/** A browser waits for most answers before it asks on: whoever has asked so much at once is none of ours. */
const mostWaiting = 100;

/** The signalling of browsers: every command is checked by its schema and acknowledged. */
export function serveSignalling(namespace: Namespace, rooms: Rooms, desk: TicketDesk, log: Log): void {
  namespace.on('connection', (socket) => {
    let peer: Peer | undefined;
    let waiting = 0;
    let queue: Promise<unknown> = Promise.resolve();
    const impatience = setTimeout(() => {
      if (!peer) socket.disconnect(true);
    }, joinWithinMilliseconds);
    const handlers = handlersOf(
      () => peer,
      async (ticket) => {
        if (peer) return failure({ code: 'not_in_this_state' });
        const admitted = await desk.admit(ticket);
        if (!admitted.ok) return admitted;
        peer = await Peer.join(rooms, admitted.value, socket, log);
        return success(peer.welcome());
      },
    );
    const answer = async (name: Name, input: unknown, acknowledge: unknown): Promise<void> => {
      // What waits for a socket that is gone is for nobody, but its last word counts.
      if (socket.connected || name === 'closeProducer') {
        const said = await perform(name, input, handlers, log);
        if (typeof acknowledge === 'function') (acknowledge as (answer: Acknowledgement<unknown>) => void)(said);
      }
      waiting -= 1;
    };
    for (const name of Object.keys(mediaNamespace.commands) as Name[])
      socket.on(name, (input: unknown, acknowledge?: unknown) => {
        waiting += 1;
        if (waiting > mostWaiting) socket.disconnect(true);
        // One after another: a transport must be connected before it produces.
        else queue = queue.then(() => answer(name, input, acknowledge));
      });
    // Whoever goes without closing its sources first has lost the line.
    socket.on('disconnect', () => {
      clearTimeout(impatience);
      queue = queue.then(() => peer?.leave());
    });
  });
}

async function perform(name: Name, input: unknown, handlers: Handlers, log: Log): Promise<Acknowledgement<unknown>> {
  const parsed = mediaNamespace.commands[name].input.safeParse(input);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  try {
    const handler = handlers[name] as (input: unknown) => Promise<Outcome<unknown>>;
    const outcome = await handler(parsed.data);
    return outcome.ok ? { ok: true, value: outcome.value } : { ok: false, problems: [...outcome.problems] };
  } catch (error) {
    const incident = crypto.randomUUID();
    log.error('A signalling command failed.', error, { command: name, incident });
    return { ok: false, problems: [{ code: 'internal' }], incident };
  }
}

function handlersOf(
  current: () => Peer | undefined,
  join: (ticket: string) => Promise<Outcome<CommandAnswer<typeof mediaNamespace, 'join'>>>,
): Handlers {
  const joined =
    <Input, Answer>(act: (peer: Peer, input: Input) => Promise<Outcome<Answer>>) =>
    async (input: Input): Promise<Outcome<Answer>> => {
      const peer = current();
      return peer ? act(peer, input) : failure({ code: 'ticket_invalid' });
    };
  return {
    join: ({ ticket }) => join(ticket),
    createTransport: joined((peer, input) => peer.createTransport(input)),
    connectTransport: joined((peer, input) => peer.connectTransport(input)),
    restartIce: joined((peer, input) => peer.restartIce(input)),
    produce: joined((peer, input) => peer.produce(input)),
    closeProducer: joined((peer, input) => peer.closeProducer(input)),
    pauseProducer: joined((peer, input) => peer.pauseProducer(input)),
    consume: joined((peer, input) => peer.consume(input)),
    resumeConsumer: joined((peer, input) => peer.resumeConsumer(input)),
    setQuality: joined((peer, input) => peer.setQuality(input)),
    closeConsumer: joined((peer, input) => peer.closeConsumer(input)),
  };
}
