import { Controller, Get, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

import { success } from '@aigaq/kernel';
import { routes } from '@aigaq/contracts';

import { CheckCommands } from '../sockets/check-commands';
import { CheckDeclarations } from './check-declarations';
import { Handle, Unlisted } from './handle';

@Controller()
class Undeclared {
  @Get('api/back-door')
  open(): string {
    return 'come in';
  }
}

@Controller()
class Welcome {
  @Handle(routes.welcome)
  async welcome() {
    return success({ product: '', version: '', institutions: [], demoAccounts: [] });
  }
}

@Controller()
class WelcomeAgain extends Welcome {}

@Controller('health')
class Health {
  @Get()
  @Unlisted('says nothing')
  live(): string {
    return 'live';
  }
}

@WebSocketGateway({ namespace: '/proctor' })
class UndeclaredGateway {
  @SubscribeMessage('back-door')
  open(): string {
    return 'come in';
  }
}

async function start(controllers: Type<object>[], gateways: Type<object>[] = []): Promise<void> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers,
    providers: [CheckDeclarations, CheckCommands, ...gateways],
  }).compile();
  module.get(CheckDeclarations).onModuleInit();
  module.get(CheckCommands).onModuleInit();
}

describe('the start', () => {
  it('goes on when every method declares its route or why it has none', async () => {
    await expect(start([Welcome, Health])).resolves.toBeUndefined();
  });

  it('is refused with a controller whose method declares no route', async () => {
    await expect(start([Undeclared])).rejects.toThrow('Undeclared.open declares no route');
  });

  it('is refused when two methods serve one route', async () => {
    await expect(start([Welcome, WelcomeAgain])).rejects.toThrow(
      'WelcomeAgain.welcome serves a route that another method serves',
    );
  });

  it('is refused with a gateway whose method declares no command', async () => {
    await expect(start([], [UndeclaredGateway])).rejects.toThrow('UndeclaredGateway.open declares no command');
  });
});
