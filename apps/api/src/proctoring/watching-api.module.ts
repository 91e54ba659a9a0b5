import { Global, Module } from '@nestjs/common';

import { NODE_SECRET, ProctoringModule } from '@aigaq/proctoring';

import { SERVING, type ServingSettings } from '../http/settings';
import { MediaController } from './media.controller';
import { NodeOrigins } from './node-origins';
import { NodeGateway } from './node.gateway';
import { ProctorScreens } from './proctor-screens';
import { ProctorGateway } from './proctor.gateway';
import { ReviewController } from './review.controller';

/** What tickets to the media nodes are signed with. */
@Global()
@Module({
  providers: [
    { provide: NODE_SECRET, inject: [SERVING], useFactory: ({ nodeSecret }: ServingSettings): string => nodeSecret },
  ],
  exports: [NODE_SECRET],
})
class NodeSecretModule {}

/** The staff's half of proctoring, and the media nodes. */
@Module({
  imports: [NodeSecretModule, ProctoringModule],
  controllers: [ReviewController, MediaController],
  providers: [ProctorScreens, ProctorGateway, NodeOrigins, NodeGateway],
})
export class WatchingApiModule {}
