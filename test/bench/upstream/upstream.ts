import { Worker } from '../processes/worker.js';
import type { Serving, UpstreamTasks } from './upstream.process.js';

/** A local upstream in a process of its own, which serves one made period until it is told of another. */
export class Upstream {
  private constructor(
    private readonly worker: Worker<UpstreamTasks>,
    readonly url: string,
  ) {}

  static async start(serving: Serving): Promise<Upstream> {
    const worker = Worker.start<UpstreamTasks>('upstream/upstream.process.js');
    await worker.ask('serve', serving);
    return new Upstream(worker, await worker.ask('url'));
  }

  serve(serving: Serving): Promise<void> {
    return this.worker.ask('serve', serving);
  }

  /** How many calls there were since the last time this was asked. */
  callsSince(): Promise<number> {
    return this.worker.ask('callsSince');
  }

  end(): Promise<void> {
    return this.worker.end();
  }
}
