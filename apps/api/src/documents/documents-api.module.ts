import { DocumentsModule } from '@aigaq/documents';
import { Module } from '@nestjs/common';

import { DocumentsController } from './documents.controller';

@Module({ imports: [DocumentsModule], controllers: [DocumentsController] })
export class DocumentsApiModule {}
