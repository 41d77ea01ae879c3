import { parseArgs } from 'node:util';
import { SERVICE, serviceSettings } from './contenders.js';
import type { PollerTasks } from './load/poller.process.js';
import { sentenceOf, thisMachine } from './machine.js';
import { rounded, table } from './markdown.js';
import { Stage } from './processes/stage.js';
import type { Detail } from './result.js';
import type { AskerTasks } from './stalls/asker.process.js';
import { LONGEST_WAIT_MS, longestWait } from './stalls/longest-wait.js';
import { type StallPeriod, stallPeriods } from './stalls/periods.js';
import { type Question, questionsAbout } from './stalls/questions.js';

/** How long `/health/live` has to wait while the service answers the heaviest of each route, of periods up to a million messages. */

const { values } = parseArgs({
  options: {
    largest: { type: 'string', default: '1000000' },
    /** Only questions that have this in their path or their description. */
    only: { type: 'string', default: '' },
    tries: { type: 'string', default: '3' },
  },
});

const nameOf = ({ path, what, headers = {} }: Question): string =>
  [path, what, ...Object.values(headers)].filter((part) => part !== undefined).join(' · ');

const askAll = async (stage: Stage, period: StallPeriod): Promise<Detail[]> => {
  const { name, spec } = period;
  const upstreamUrl = spec ? (await stage.upstream({ period: spec, latencyMs: 0, etags: true })).url : 'sample';
  const { url } = await stage.server(SERVICE, serviceSettings(upstreamUrl));
  const callers = {
    asker: stage.worker<AskerTasks>('stalls/asker.process.js'),
    poller: stage.worker<PollerTasks>('load/poller.process.js'),
  };
  const lines: Detail[] = [];
  for (const question of questionsAbout(period).filter((each) => nameOf(each).includes(values.only))) {
    process.stderr.write(`${name}: ${nameOf(question)}\n`);
    const found = await longestWait(url, question, callers, Number(values.tries)).catch(String);
    const failed = typeof found === 'string';
    lines.push({
      period: name,
      question: nameOf(question),
      'longest wait, ms': failed ? found : found.longestWaitMs,
      [`at most ${LONGEST_WAIT_MS}`]: !failed && found.longestWaitMs <= LONGEST_WAIT_MS ? 'yes' : '**no**',
      tries: failed ? '' : found.tries,
      'answer, ms': failed ? '' : found.ms,
      'answer, MB': failed ? '' : rounded(found.bytes / 2 ** 20),
    });
  }
  return lines;
};

// Through `exit`, where the servers are ended.
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const lines: Detail[] = [];
for (const period of stallPeriods(Number(values.largest))) {
  const stage = new Stage();
  try {
    lines.push(...(await askAll(stage, period)));
  } finally {
    await stage.clear();
  }
}
process.stdout.write(`${sentenceOf(thisMachine(new Date()))}\n\n${table(lines)}\n`);
if (lines.some((line) => line[`at most ${LONGEST_WAIT_MS}`] !== 'yes')) process.exitCode = 1;
