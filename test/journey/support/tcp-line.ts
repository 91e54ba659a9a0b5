import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP connection line to one port of this machine that the test can cut: pages, requests and sockets go through it. */
export class TcpLine {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private broken = false;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (client) => this.carry(client));
  }

  static async open(target: number): Promise<TcpLine> {
    const server = createServer({ noDelay: true });
    const line = new TcpLine(server, target);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return line;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Resets what is open and what is opened from now on. */
  cut(): void {
    this.broken = true;
    for (const pair of this.pairs) for (const end of pair) end.resetAndDestroy();
  }

  restore(): void {
    this.broken = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.server.close(closed));
  }

  private carry(client: Socket): void {
    if (this.broken) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    const pair = [client, server] as const;
    this.pairs.add(pair);
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      end.pipe(other);
      // A reset is what this line is for.
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.pairs.delete(pair);
        other.destroy();
      });
    }
  }
}
