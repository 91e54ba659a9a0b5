import { createSocket, type Socket } from 'node:dgram';

interface Peer {
  readonly upstream: Socket;
  /** Whether it has sent media: who only watches sends reports about them and nothing else. */
  publishes: boolean;
}

/**
 * The way of the media between browsers and node, which the test can cut for whoever publishes. The node is told to
 * announce `host`, where this stands on the node's own port number; only UDP is carried, so there is no way around it.
 */
export class MediaLine {
  /** Another address of this machine: the node listens on 127.0.0.1. */
  static readonly host = '127.0.0.2';
  private readonly peers = new Map<string, Peer>();
  private broken = false;

  private constructor(
    private readonly socket: Socket,
    private readonly port: number,
  ) {
    socket.on('message', (packet, { address, port: from }) => this.up(packet, address, from));
  }

  static async open(port: number): Promise<MediaLine> {
    const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 });
    const line = new MediaLine(socket, port);
    await new Promise<void>((bound, failed) => {
      socket.once('error', failed);
      socket.bind(port, MediaLine.host, bound);
    });
    return line;
  }

  /** From now on nothing of those who publish gets through, and nothing of newcomers. */
  cut(): void {
    this.broken = true;
  }

  restore(): void {
    this.broken = false;
  }

  close(): void {
    this.socket.close();
    for (const { upstream } of this.peers.values()) upstream.close();
    this.peers.clear();
  }

  private up(packet: Buffer, address: string, port: number): void {
    const key = `${address}:${port}`;
    const known = this.peers.get(key);
    if (this.broken && (known?.publishes ?? true)) return;
    const peer = known ?? this.meet(key, address, port);
    peer.publishes ||= isMedia(packet);
    peer.upstream.send(packet, this.port, '127.0.0.1');
  }

  /** Each peer gets a socket of its own, so that the node tells them apart. */
  private meet(key: string, address: string, port: number): Peer {
    const peer: Peer = { upstream: createSocket({ type: 'udp4', recvBufferSize: 1024 * 1024 }), publishes: false };
    peer.upstream.on('message', (packet) => {
      if (!(this.broken && peer.publishes)) this.socket.send(packet, port, address);
    });
    // The node's port is closed once the node has ended.
    peer.upstream.on('error', () => undefined);
    this.peers.set(key, peer);
    return peer;
  }
}

/** RTP by its first two bits, and no RTCP by its packet type (RFC 5761, section 4). */
function isMedia(packet: Buffer): boolean {
  const [first = 0, second = 0] = packet;
  return first >> 6 === 2 && (second < 192 || second > 223);
}
