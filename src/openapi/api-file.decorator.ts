import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

interface File {
  readonly mediaType: string;
  readonly description: string;
  /** The beginning of such a file. Without it, the file is binary. */
  readonly example?: string;
  /** The `Content-Disposition` of such a file. */
  readonly disposition: string;
}

/** Documents the answer of an address of files, with its headers, and the 304. */
export const ApiFile = ({ mediaType, description, example, disposition }: File): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description,
      headers: {
        'Content-Disposition': {
          description: 'The name of the file, which says what is in it',
          schema: { type: 'string' },
          example: disposition,
        },
        ETag: { description: 'To be sent as `If-None-Match` by the next request', schema: { type: 'string' } },
      },
      content: {
        [mediaType]:
          example === undefined
            ? { schema: { type: 'string', format: 'binary' } }
            : { schema: { type: 'string' }, example },
      },
    }),
    ApiResponse({ status: 304, description: 'The file is the one that `If-None-Match` names' }),
  );
