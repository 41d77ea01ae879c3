import { ApiProperty } from '@nestjs/swagger';

/** Paths of this service, by what is there. */
export type ServiceLinks = Readonly<Record<string, string>>;

export class ServiceIndexDto {
  @ApiProperty({ example: 'copilot-credit-usage-api' })
  name!: string;

  @ApiProperty({ example: '1.0.0' })
  version!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty({ description: 'Whether the bill is that of the bundled sample period' })
  sample_data!: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { usage: '/v1/usage', documentation: '/docs' },
  })
  links!: ServiceLinks;
}
