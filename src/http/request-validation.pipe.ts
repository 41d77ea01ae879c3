import { ValidationPipe } from '@nestjs/common';
import { InvalidRequestException } from './invalid-request.exception.js';

/** Holds every request to its DTO: what is not declared is refused, never dropped in silence. */
export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => InvalidRequestException.of(errors),
  });
