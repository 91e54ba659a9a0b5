import { EventEmitter } from 'node:events';

import { namespaces } from '@aigaq/contracts';

import { ProblemError } from './problem-error';
import { TypedSocket, unwrap, type Line } from './socket';

type Reply = (event: string, input: unknown) => Promise<unknown>;

class FakeLine extends EventEmitter implements Line {
  connected = true;
  recovered = false;
  readonly sent: [string, unknown][] = [];

  constructor(private readonly reply: Reply) {
    super();
  }

  timeout() {
    return {
      emitWithAck: (event: string, input: unknown) => {
        this.sent.push([event, input]);
        return this.reply(event, input);
      },
    };
  }

  disconnect(): void {
    this.connected = false;
  }
}

const socketWith = (reply: Reply) => {
  const line = new FakeLine(reply);
  return { line, socket: new TypedSocket(namespaces.proctor, line) };
};
const eventId = '01a20ac0-fb8f-7000-843c-03eb285cdc24';
const silence = () => Promise.reject(new Error('operation has timed out'));

describe('a typed socket', () => {
  it('answers what the server acknowledged', async () => {
    const { socket, line } = socketWith(() => Promise.resolve({ ok: true, value: { rows: [] } }));
    await expect(socket.command('watch', { eventId })).resolves.toEqual({ ok: true, value: { rows: [] } });
    expect(line.sent).toEqual([['watch', { eventId }]]);
  });

  it('answers a refusal with its problems, and asks no second time', async () => {
    const { socket, line } = socketWith(() => Promise.resolve({ ok: false, problems: [{ code: 'forbidden' }] }));
    const answer = await socket.command('watch', { eventId });
    expect(answer).toEqual({ ok: false, problems: [{ code: 'forbidden' }], offline: false });
    expect(line.sent).toHaveLength(1);
    expect(() => unwrap(answer)).toThrow(ProblemError);
  });

  it('sends a command again that nobody acknowledged, and then says that the line is down', async () => {
    const { socket, line } = socketWith(silence);
    const answer = await socket.command('watch', { eventId }, { attempts: 3 });
    expect(answer).toEqual({ ok: false, problems: [], offline: true });
    expect(line.sent).toHaveLength(3);
  });

  it('hears an acknowledgement of the second attempt', async () => {
    let asked = 0;
    const { socket } = socketWith(() =>
      (asked += 1) < 2 ? silence() : Promise.resolve({ ok: true, value: { done: true } }),
    );
    await expect(socket.command('unwatch', { eventId })).resolves.toEqual({ ok: true, value: { done: true } });
  });

  it('does not ask again after it was closed', async () => {
    const { socket, line } = socketWith(silence);
    const answer = socket.command('watch', { eventId });
    socket.close();
    await answer;
    expect(line.sent).toHaveLength(1);
  });

  it('takes an acknowledgement that is none of ours for a fault', async () => {
    const { socket } = socketWith(() => Promise.resolve({ ok: false }));
    await expect(socket.command('watch', { eventId })).resolves.toMatchObject({ problems: [{ code: 'internal' }] });
  });

  it('hears events until it is told to stop', () => {
    const { socket, line } = socketWith(silence);
    const heard = jest.fn();
    const stop = socket.on('row', heard);
    line.emit('row', { id: 1 });
    stop();
    line.emit('row', { id: 2 });
    expect(heard.mock.calls).toEqual([[{ id: 1 }]]);
  });

  it('tells how the line stands, now and when it changes', () => {
    const { socket, line } = socketWith(silence);
    line.connected = false;
    const states: string[] = [];
    const stop = socket.onState((state) => states.push(state));
    line.emit('connect');
    line.emit('disconnect');
    stop();
    line.emit('connect');
    expect(states).toEqual(['connecting', 'online', 'offline']);
  });

  it('asks to join again only where the server could not send what was missed', () => {
    const { socket, line } = socketWith(silence);
    const join = jest.fn();
    socket.onReconnect(join);
    line.emit('connect');
    line.recovered = true;
    line.emit('connect');
    expect(join).toHaveBeenCalledTimes(1);
  });

  it('says why the server let nobody in', () => {
    const { socket, line } = socketWith(silence);
    const refused = jest.fn();
    socket.onRefused(refused);
    line.emit('connect_error', new Error('xhr poll error'));
    line.emit('connect_error', Object.assign(new Error(), { data: { problems: [{ code: 'not_signed_in' }] } }));
    expect(refused).toHaveBeenCalledTimes(1);
    expect((refused.mock.calls[0] as [ProblemError])[0].has('not_signed_in')).toBe(true);
  });
});
