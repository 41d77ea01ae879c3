import { SetMetadata } from '@nestjs/common';
import { ACCESS, type Access } from './access.js';

/** Opens a handler, or a controller, to everybody: it must not have a word of the bill. */
export const Public = () => SetMetadata<symbol, Access>(ACCESS, 'public');
