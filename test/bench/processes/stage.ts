import type { CallerTasks } from '../load/caller.process.js';
import type { LoadTasks } from '../load/load.process.js';
import type { PollerTasks } from '../load/poller.process.js';
import { Upstream } from '../upstream/upstream.js';
import { Server } from './server.js';
import type { Tasks } from './tasks.js';
import { Worker } from './worker.js';

/** Everything that one scenario has started, so that all of it ends with the scenario, whether that ended well or not. */
export class Stage {
  private readonly processes = new Set<{ end: () => Promise<void> }>();

  async server(...start: Parameters<typeof Server.start>): Promise<Server> {
    return this.keep(await Server.start(...start));
  }

  async upstream(...start: Parameters<typeof Upstream.start>): Promise<Upstream> {
    return this.keep(await Upstream.start(...start));
  }

  load(): Worker<LoadTasks> {
    return this.worker('load/load.process.js');
  }

  caller(): Worker<CallerTasks> {
    return this.worker('load/caller.process.js');
  }

  poller(): Worker<PollerTasks> {
    return this.worker('load/poller.process.js');
  }

  worker<T extends Tasks>(...start: Parameters<typeof Worker.start>): Worker<T> {
    return this.keep(Worker.start<T>(...start));
  }

  async clear(): Promise<void> {
    const processes = [...this.processes];
    this.processes.clear();
    await Promise.all(processes.map((process) => process.end()));
  }

  private keep<P extends { end: () => Promise<void> }>(process: P): P {
    this.processes.add(process);
    return process;
  }
}
