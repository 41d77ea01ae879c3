import { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { PresetPrototypesAdapter } from './preset-prototypes.adapter.js';

@Controller()
class GreetingController {
  @Get()
  greeting(): string {
    return 'hello';
  }
}

@Module({ controllers: [GreetingController] })
class GreetingModule {}

/** Counts how often a request or response gets another prototype while one request is answered. */
const countPrototypeChanges = async (adapter: ExpressAdapter): Promise<number> => {
  const app = await NestFactory.create<NestExpressApplication>(GreetingModule, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  let changed = 0;
  const setPrototypeOf = Object.setPrototypeOf;
  jest.spyOn(Object, 'setPrototypeOf').mockImplementation((object: object, prototype: object | null) => {
    const isHttp = object instanceof IncomingMessage || object instanceof ServerResponse;
    if (isHttp && Object.getPrototypeOf(object) !== prototype) changed += 1;
    return setPrototypeOf(object, prototype);
  });
  expect(await (await fetch(await app.getUrl())).text()).toBe('hello');
  await app.close();
  return changed;
};

describe('PresetPrototypesAdapter', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('keeps the prototypes of request and response', async () => {
    expect(await countPrototypeChanges(new PresetPrototypesAdapter())).toBe(0);
  });

  it('is needed as long as Express changes both', async () => {
    expect(await countPrototypeChanges(new ExpressAdapter())).toBe(2);
  });
});
