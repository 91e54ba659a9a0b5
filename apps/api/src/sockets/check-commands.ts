import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GATEWAY_METADATA, MESSAGE_MAPPING_METADATA } from '@nestjs/websockets/constants';

import { COMMAND } from './gateway';

export interface ServedCommand {
  readonly where: string;
  /** `/namespace name`; undefined where the method declares none. */
  readonly command: string | undefined;
}

/** Default deny for sockets: a gateway's method that answers messages without a declared command stops the program. */
@Injectable()
export class CheckCommands implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const served = this.served();
    const faults = served
      .filter(({ command }) => command === undefined)
      .map(({ where }) => `${where} declares no command`);
    const twice = served.filter(
      ({ command }, index) => served.findIndex((other) => other.command === command) !== index,
    );
    faults.push(
      ...twice.map(({ where, command }) => `${where} answers ${command ?? '?'}, which another method answers`),
    );
    if (faults.length > 0) throw new Error(`Gateways without a declaration:\n  ${faults.join('\n  ')}`);
  }

  /** Every method of a gateway that answers messages. */
  served(): ServedCommand[] {
    return this.discovery
      .getProviders()
      .map(({ metatype }) => metatype as Type<object> | null)
      .filter((gateway) => typeof gateway === 'function' && Reflect.hasMetadata(GATEWAY_METADATA, gateway))
      .flatMap((gateway) => this.commandsOf(gateway as Type<object>));
  }

  private commandsOf(gateway: Type<object>): ServedCommand[] {
    const prototype = gateway.prototype as Record<string, object>;
    return this.scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, method: prototype[name] as object }))
      .filter(({ method }) => Reflect.hasMetadata(MESSAGE_MAPPING_METADATA, method))
      .map(({ name, method }) => {
        const declared = Reflect.getMetadata(COMMAND, method) as { namespace: string; name: string } | undefined;
        return { where: `${gateway.name}.${name}`, command: declared && `${declared.namespace} ${declared.name}` };
      });
  }
}
