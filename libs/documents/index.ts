import { DocumentEntity } from './persistence/document.entity';
import { Documents1700000000006 } from './persistence/migrations/0001-documents';

export { CreateProtocol } from './create-protocol';
export { DocumentsModule } from './documents.module';
export { ListDocuments } from './list-documents';
export { OpenDocument } from './open-document';
export { documentRetention } from './retention/document-retention';

export const documentEntities = [DocumentEntity];
export const documentMigrations = [Documents1700000000006];
