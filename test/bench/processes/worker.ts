import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TaskReply, TaskRequest, Tasks } from './tasks.js';

/** A process of its own that does the tasks of a `*.process.ts` module, so that the driver stays idle while it measures. */
export class Worker<T extends Tasks> {
  private readonly pending = new Map<number, PromiseWithResolvers<unknown>>();
  private asked = 0;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', ({ id, result, failure }: TaskReply) => {
      const pending = this.pending.get(id);
      this.pending.delete(id);
      if (failure === undefined) pending?.resolve(result);
      else pending?.reject(new Error(failure));
    });
    child.on('exit', (code, signal) => {
      for (const { reject } of this.pending.values()) reject(new Error(`a worker has ended: ${signal ?? code}`));
    });
  }

  /** `module` is relative to this folder's parent, and compiled: `load/load.process.js`. */
  static start<T extends Tasks>(module: string, execArgv: readonly string[] = []): Worker<T> {
    const path = fileURLToPath(new URL(`../${module}`, import.meta.url));
    return new Worker(fork(path, { execArgv: [...execArgv], serialization: 'advanced' }));
  }

  /** Rejects with what the task threw, or where the process has ended. */
  ask<K extends keyof T & string>(task: K, ...args: Parameters<T[K]>): Promise<Awaited<ReturnType<T[K]>>> {
    const id = (this.asked += 1);
    const pending = withResolvers();
    this.pending.set(id, pending);
    const request: TaskRequest = { id, task, args };
    this.child.send(request, (error) => error && pending.reject(error));
    return pending.promise as Promise<Awaited<ReturnType<T[K]>>>;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

/** `Promise.withResolvers`, which Node 20 does not have. */
const withResolvers = (): PromiseWithResolvers<unknown> => {
  let settle: Omit<PromiseWithResolvers<unknown>, 'promise'> | undefined;
  const promise = new Promise<unknown>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, resolve: (value) => settle?.resolve(value), reject: (reason) => settle?.reject(reason) };
};
