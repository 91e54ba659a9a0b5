import { ExamsModule, ExamWork, Forms } from '@aigaq/exams';
import { ProctoringModule, ReadSittings, SITTING_WORK } from '@aigaq/proctoring';
import { EVENT_BUSY, EVENT_FORM } from '@aigaq/schedule';
import { Global, Module } from '@nestjs/common';

/** Where a library asks for what stands above it, the application answers: which library it is, is decided here alone. */
@Global()
@Module({
  imports: [ProctoringModule, ExamsModule],
  providers: [
    { provide: EVENT_FORM, useExisting: Forms },
    { provide: EVENT_BUSY, useExisting: ReadSittings },
    { provide: SITTING_WORK, useExisting: ExamWork },
  ],
  exports: [EVENT_FORM, EVENT_BUSY, SITTING_WORK],
})
export class PortsModule {}
