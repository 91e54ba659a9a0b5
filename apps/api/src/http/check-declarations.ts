import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

import { type RouteDefinition, routes } from '@aigaq/contracts';

import { HANDLED, UNLISTED } from './handle';

export interface ServedRoute {
  readonly where: string;
  readonly route: RouteDefinition | undefined;
}

/** Default deny, at the start already: a method that answers requests without a declared route stops the program. */
@Injectable()
export class CheckDeclarations implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const served = this.served();
    const listed = new Set<unknown>(Object.values(routes));
    const faults = served
      .filter(({ route }) => route === undefined || !listed.has(route))
      .map(({ where }) => `${where} declares no route`);
    const twice = served.filter(({ route }, index) => served.findIndex((other) => other.route === route) !== index);
    faults.push(...twice.map(({ where }) => `${where} serves a route that another method serves`));
    if (faults.length > 0) throw new Error(`Controllers without a declaration:\n  ${faults.join('\n  ')}`);
  }

  /** Every method of a controller that answers requests, but for those that say why they are unlisted. */
  served(): ServedRoute[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const controller = wrapper.metatype as Type<object>;
      const prototype = controller.prototype as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, method: prototype[name] as object }))
        .filter(
          ({ method }) => Reflect.hasMetadata(PATH_METADATA, method) && Reflect.hasMetadata(METHOD_METADATA, method),
        )
        .filter(({ method }) => !Reflect.hasMetadata(UNLISTED, method))
        .map(({ name, method }) => ({
          where: `${controller.name}.${name}`,
          route: Reflect.getMetadata(HANDLED, method) as RouteDefinition | undefined,
        }));
    });
  }
}
