import { Injectable } from '@nestjs/common';

import { ChangeConnection } from './change-connection';

/** Which sittings have a socket at this server now; asked of whoever keeps the sockets. */
@Injectable()
export class PresentSittings {
  private source: () => readonly string[] = () => [];

  constructor(private readonly changeConnection: ChangeConnection) {}

  /** Called once by the gateway when it is ready. */
  from(source: () => readonly string[]): void {
    this.source = source;
  }

  /** Writes down that they are there. */
  note(): Promise<void> {
    return this.changeConnection.stillHere(this.source());
  }
}
