import { ApiProperty } from '@nestjs/swagger';
import { isProblemCode, PROBLEM_TYPES, problemUri } from './problem-types.js';

/** One invalid parameter or field of a request. */
export class InvalidFieldDto {
  @ApiProperty({ description: 'The name of the parameter, or the path of the field', example: 'form' })
  field!: string;

  @ApiProperty({ example: 'is not a parameter of this route' })
  reason!: string;
}

/** RFC 9457 problem details: what the body of every error has. */
export class ProblemDto {
  @ApiProperty({
    enum: Object.keys(PROBLEM_TYPES).filter(isProblemCode).map(problemUri),
    enumName: 'ProblemType',
    description: 'A stable URI that names the kind of problem',
  })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ description: 'What went wrong with this request, in a sentence' })
  detail!: string;

  @ApiProperty({ description: 'The id of the request, as in `X-Request-Id` and in the log' })
  instance!: string;

  /** Only with the type `invalid-request`: the invalid parameters and fields. */
  errors?: InvalidFieldDto[];
}
