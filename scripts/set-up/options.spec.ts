import { startOptions } from './options.mjs';

const options = (...args: string[]): ReturnType<typeof startOptions> => startOptions(args, '/home/one');

describe('the options of the start', () => {
  it('stand for this machine alone, port 3000 and a data folder beside the project', () => {
    expect(options()).toEqual({
      help: false,
      port: 3000,
      host: undefined,
      data: '/home/one/.data',
      fresh: false,
      yes: false,
      demo: true,
    });
  });

  it('take a folder relative to where the command was given, and any order', () => {
    expect(options('--no-demo', '--data', 'trial', '--port=8080')).toMatchObject({
      data: '/home/one/trial',
      port: 8080,
      demo: false,
    });
  });

  it.each(['localhost', '127.0.0.1', '::1'])('take --host %s for this machine alone', (host) => {
    expect(options('--host', host).host).toBeUndefined();
  });

  it.each(['192.168.1.7', 'fe80::1', 'exam.example.kz'])('take --host %s as given', (host) => {
    expect(options('--host', host).host).toBe(host);
  });

  it.each([
    [['--prot', '1'], `Unknown option '--prot'.`],
    [['extra'], `Unexpected argument 'extra'.`],
    [['--port', 'http'], '--port http is no port.'],
    [['--port', '65534'], '--port 65534 is no port.'],
    [['--port', '0'], '--port 0 is no port.'],
    [['--host', '0.0.0.0'], '--host 0.0.0.0 is no address that a browser could open.'],
    [['--host', 'a b'], '--host a b is neither a host name nor an address.'],
  ])('refuse %j with a reason', (args, reason) => {
    expect(() => options(...args)).toThrow(reason);
  });
});
