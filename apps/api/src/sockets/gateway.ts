import { applyDecorators, Inject } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';

import type {
  Acknowledgement,
  CommandAnswer,
  CommandInput,
  EventPayload,
  NamespaceDefinition,
  Outcome,
} from '@aigaq/contracts';
import type { Actor, Origin } from '@aigaq/people';

import { SocketFrame } from './socket-frame';

type Commands<N extends NamespaceDefinition> = Extract<keyof N['commands'], string>;
type Events<N extends NamespaceDefinition> = Extract<keyof N['events'], string>;

/** What a gateway's method is given: read, checked by the command's schema, and allowed. */
export interface SocketCall<N extends NamespaceDefinition, Name extends Commands<N>> {
  /** Null only for a media node. */
  readonly actor: N['commands'][Name]['access'] extends 'media_node' ? null : Actor;
  readonly input: CommandInput<N, Name>;
  /** `socket.data` is the handler's own for what it wants to remember under its own key. */
  readonly socket: Socket;
  readonly origin: Origin;
}

export const COMMAND = 'aigaq:command';
const FRAME = Symbol('frame');

/** A class that answers commands of one namespace; who may connect is settled before it hears of a socket. */
export function Gateway(namespace: NamespaceDefinition): ClassDecorator {
  return (target) => {
    Inject(SocketFrame)(target.prototype as object, FRAME);
    applyDecorators(WebSocketGateway({ namespace: namespace.path }))(target);
  };
}

type Handler<N extends NamespaceDefinition, Name extends Commands<N>> = (
  call: SocketCall<N, Name>,
) => Promise<Outcome<CommandAnswer<N, Name>>>;

/** Answers a command of the contracts with a gateway's method. */
export function Command<const N extends NamespaceDefinition, const Name extends Commands<N>>(namespace: N, name: Name) {
  return <Method extends Handler<N, Name>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const run = descriptor.value;
    const definition = namespace.commands[name];
    if (!run || !definition) throw new Error(`${namespace.path} has no command ${name}.`);
    const framed = function (
      this: Record<symbol, SocketFrame>,
      socket: Socket,
      data: unknown,
    ): Promise<Acknowledgement<unknown>> {
      const frame = this[FRAME];
      if (!frame) throw new Error(`${target.constructor.name} answers ${namespace.path} without @Gateway.`);
      return frame.answer({ namespace: namespace.path, name, definition }, socket, data, (call) =>
        run.call(this, call as unknown as SocketCall<N, Name>),
      );
    };
    Reflect.defineMetadata(COMMAND, { namespace: namespace.path, name }, framed);
    const plain = descriptor as PropertyDescriptor;
    plain.value = framed;
    SubscribeMessage(name)(target, key, plain);
  };
}

/** A socket, a room or a whole namespace. */
interface Emitter {
  emit(event: string, ...values: unknown[]): unknown;
}

/** Says an event of the contracts; what does not fit its schema does not compile. */
export function emit<N extends NamespaceDefinition, Name extends Events<N>>(
  target: Emitter,
  namespace: N,
  name: Name,
  payload: EventPayload<N, Name>,
): void {
  const schema = namespace.events[name];
  if (!schema) throw new Error(`${namespace.path} has no event ${name}.`);
  // A test finds what the compiler cannot see, such as a text that is too long.
  if (process.env['NODE_ENV'] === 'test') schema.parse(payload);
  target.emit(name, payload);
}
