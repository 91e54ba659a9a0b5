import { AnswerVersionEntity } from './answer-version.entity';
import { AttemptEntity } from './attempt.entity';
import { FormItemEntity } from './form-item.entity';
import { FormEntity } from './form.entity';
import { GradeEntity } from './grade.entity';
import { Exams1700000000005 } from './migrations/0001-exams';

export const examEntities = [FormEntity, FormItemEntity, AttemptEntity, AnswerVersionEntity, GradeEntity] as const;
export const examMigrations = [Exams1700000000005] as const;
