import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import { CreateProtocol, ListDocuments, OpenDocument } from '@aigaq/documents';
import { success } from '@aigaq/kernel';
import { Controller } from '@nestjs/common';

import { type Binary, type Call, Handle } from '../http/handle';

@Controller()
export class DocumentsController {
  constructor(
    private readonly createProtocol: CreateProtocol,
    private readonly listDocuments: ListDocuments,
    private readonly openDocument: OpenDocument,
  ) {}

  @Handle(routes.createProtocol)
  create({
    actor,
    params,
  }: Call<typeof routes.createProtocol>): Promise<Outcome<AnswerOf<typeof routes.createProtocol>>> {
    return this.createProtocol.run(actor, params.id);
  }

  @Handle(routes.listDocuments)
  list({ actor, params }: Call<typeof routes.listDocuments>): Promise<Outcome<AnswerOf<typeof routes.listDocuments>>> {
    return this.listDocuments.run(actor, params.id);
  }

  @Handle(routes.documentFile)
  async file({ actor, params }: Call<typeof routes.documentFile>): Promise<Outcome<Binary>> {
    const opened = await this.openDocument.run(actor, params.id);
    if (!opened.ok) return opened;
    const { stream, size, contentType, fileName } = opened.value;
    return success({ stream, size, contentType, fileName });
  }
}
