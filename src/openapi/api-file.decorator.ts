import { ApiResponse } from '@nestjs/swagger';
import { headerReferences, type ResponseHeader } from './response-headers.js';

interface File {
  readonly mediaType: string;
  readonly description: string;
  /** The beginning of such a file. Without it, the file is binary. */
  readonly example?: string;
  /** The `Content-Disposition` of such a file. */
  readonly disposition: string;
  /** Its headers beside that one and those of every answer. */
  readonly headers?: readonly ResponseHeader[];
}

/** Documents the answer of an address of files. */
export const ApiFile = ({ mediaType, description, example, disposition, headers = [] }: File): MethodDecorator =>
  ApiResponse({
    status: 200,
    description,
    headers: {
      'Content-Disposition': {
        description: 'The name of the file, which says what is in it',
        schema: { type: 'string' },
        example: disposition,
      },
      ...headerReferences(headers),
    },
    content: {
      [mediaType]:
        example === undefined
          ? { schema: { type: 'string', format: 'binary' } }
          : { schema: { type: 'string' }, example },
    },
  });
