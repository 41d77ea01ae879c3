/** What a worker process does on request, by name. Arguments and results are what can be cloned between processes. */
export type Tasks = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface TaskRequest {
  readonly id: number;
  readonly task: string;
  readonly args: readonly unknown[];
}

export interface TaskReply {
  readonly id: number;
  readonly result?: unknown;
  readonly failure?: string;
}

/** In the worker: does what the driver asks, and ends when the driver does. */
export const offerTasks = (tasks: Tasks): void => {
  process.on('message', ({ id, task, args }: TaskRequest) => {
    perform(tasks, task, args).then(
      (result) => reply({ id, result }),
      (error: unknown) => reply({ id, failure: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
};

const perform = async (tasks: Tasks, task: string, args: readonly unknown[]): Promise<unknown> =>
  tasks[task]?.(...(args as never[]));

const reply = (message: TaskReply): void => {
  process.send?.(message);
};
