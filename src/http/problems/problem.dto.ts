import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One invalid parameter or field of a request. */
export class InvalidFieldDto {
  @ApiProperty({ description: 'The name of the parameter, or the path of the field', example: 'form' })
  field!: string;

  @ApiProperty({ example: 'is not a parameter of this route' })
  reason!: string;
}

/** RFC 9457 problem details: the body of every error. */
export class ProblemDto {
  @ApiProperty({ description: 'A stable URI that names the kind of problem' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ description: 'What went wrong with this request, in a sentence' })
  detail!: string;

  @ApiProperty({ description: 'The id of the request, as in `X-Request-Id` and in the log' })
  instance!: string;

  @ApiPropertyOptional({ type: [InvalidFieldDto], description: 'On a 400: the invalid parameters and fields' })
  errors?: InvalidFieldDto[];
}
