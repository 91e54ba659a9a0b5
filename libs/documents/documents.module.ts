import { ExamsModule } from '@aigaq/exams';
import { PeopleModule } from '@aigaq/people';
import { ProctoringModule } from '@aigaq/proctoring';
import { ScheduleModule } from '@aigaq/schedule';
import { Module } from '@nestjs/common';

import { CreateProtocol } from './create-protocol';
import { ListDocuments } from './list-documents';
import { OpenDocument } from './open-document';
import { ProtocolMaterial } from './protocol-material';

const services = [CreateProtocol, ListDocuments, OpenDocument];

/** What the others decided, on paper. */
@Module({
  imports: [PeopleModule, ScheduleModule, ProctoringModule, ExamsModule],
  providers: [...services, ProtocolMaterial],
  exports: services,
})
export class DocumentsModule {}
