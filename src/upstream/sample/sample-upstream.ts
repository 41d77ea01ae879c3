import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { samplePeriodFiles } from './sample-period.js';

/**
 * A stand-in for the upstream that serves the bundled sample period over HTTP on the loopback
 * interface.
 */
@Injectable()
export class SampleUpstream implements OnApplicationShutdown {
  private readonly logger = new Logger(SampleUpstream.name);
  private server: Server | undefined;

  constructor(@Inject(settingsConfig.KEY) private readonly settings: SettingsConfig) {}

  /** Listens on a free port of the loopback interface and returns its base URL. */
  async start(): Promise<string> {
    const server = createServer(serveSample);
    this.server = server;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    if (this.settings.production) {
      this.logger.warn('SAMPLE DATA: every bill below is made from the bundled sample period, not from a real one');
    }
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}

const files = samplePeriodFiles();

/**
 * Answers as the real upstream does: static JSON with an ETag, 304 if the client has it, 404 in XML
 * if there is no such path.
 */
const serveSample: RequestListener = ({ url = '', headers }, response) => {
  const file = files.get(url);
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'application/xml' }).end('<Error><Code>BlobNotFound</Code></Error>');
  } else if (headers['if-none-match'] === file.etag) {
    response.writeHead(304, { ETag: file.etag }).end();
  } else {
    response.writeHead(200, { 'Content-Type': 'application/json', ETag: file.etag }).end(file.body);
  }
};
