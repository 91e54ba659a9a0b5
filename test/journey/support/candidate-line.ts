import { freePort } from '../../../scripts/set-up/ports.mjs';
import type { TestStack } from '../../support/stack';
import { MediaLine } from './media-line';
import { TcpLine } from './tcp-line';

/** Everything by which one candidate's browser reaches the stack. */
export class CandidateLine {
  private constructor(
    private readonly media: MediaLine,
    private readonly tcp: readonly { readonly host: string; readonly line: TcpLine }[],
  ) {}

  static async open(stack: TestStack, media: MediaLine): Promise<CandidateLine> {
    const tcp = await Promise.all(
      [stack.url, stack.mediaUrl].map(async (url) => {
        const { host, port } = new URL(url);
        return { host, line: await TcpLine.open(Number(port)) };
      }),
    );
    return new CandidateLine(media, tcp);
  }

  /** Sends the browser through this line although it sees the same addresses as all others. */
  get flags(): string[] {
    const rules = this.tcp.map(({ host, line }) => `MAP ${host} 127.0.0.1:${line.port}`);
    return [`--host-resolver-rules=${rules.join(',')}`];
  }

  cut(): void {
    this.media.cut();
    for (const { line } of this.tcp) line.cut();
  }

  restore(): void {
    this.media.restore();
    for (const { line } of this.tcp) line.restore();
  }

  async close(): Promise<void> {
    await Promise.all(this.tcp.map(({ line }) => line.close()));
  }
}

/** A port that is free where the node listens and where the line stands. */
export async function freeMediaPort(): Promise<number> {
  return freePort(MediaLine.host);
}
