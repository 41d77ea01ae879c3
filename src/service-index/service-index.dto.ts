import { ApiProperty } from '@nestjs/swagger';

/** Links by what they lead to, relative to the address of the index. */
export type ServiceLinks = Readonly<Record<string, string>>;

export class ServiceIndexDto {
  @ApiProperty({ example: 'copilot-credit-usage-api' })
  name!: string;

  @ApiProperty({ example: '1.0.0' })
  version!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty({ description: 'Whether the service bills the bundled sample period' })
  sample_data!: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Relative to the address of this answer; some are URI templates (RFC 6570)',
    example: { usage: 'v1/usage', documentation: 'docs' },
  })
  links!: ServiceLinks;
}
