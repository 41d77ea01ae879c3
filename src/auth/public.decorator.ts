import { SetMetadata } from '@nestjs/common';
import { ACCESS, type Access } from './access.js';

/** Opens a handler or controller to every caller. It must not reveal anything of the bill. */
export const Public = () => SetMetadata<symbol, Access>(ACCESS, 'public');
