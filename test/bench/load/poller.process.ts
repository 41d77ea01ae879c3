import { Agent, get } from 'node:http';
import { offerTasks } from '../processes/tasks.js';

/**
 * Asks for a path every few milliseconds whether the last answer has come or not: a server that stands still for a second is
 * then slow for all who asked meanwhile, as it would be for many callers, and not once.
 */

const agent = new Agent({ keepAlive: true });
let answers: Promise<number>[] = [];
let timer: NodeJS.Timeout | undefined;

const ask = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = performance.now();
    get(url, { agent }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - asked);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });

const tasks = {
  start: (url: string, everyMs: number): void => {
    answers = [];
    timer = setInterval(() => {
      const answer = ask(url);
      // Heard of when polling stops.
      answer.catch(() => undefined);
      answers.push(answer);
    }, everyMs);
  },
  /** The milliseconds of every answer, those that are still to come among them; throws where one failed. */
  stop: (): Promise<number[]> => {
    clearInterval(timer);
    return Promise.all(answers);
  },
};

export type PollerTasks = typeof tasks;

offerTasks(tasks);
