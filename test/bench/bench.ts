import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sentenceOf, thisMachine } from './machine.js';
import { documentOf } from './markdown.js';
import { optionsOf, type Options } from './options.js';
import { Stage } from './processes/stage.js';
import { isMet, type Outcome } from './result.js';
import { SCENARIOS } from './scenarios/all.js';
import type { Scenario } from './scenarios/scenario.js';

const RESULTS = fileURLToPath(new URL('../../../bench-results', import.meta.url));

const outcomeOf = async (scenario: Scenario, options: Options): Promise<Outcome> => {
  const { number, title } = scenario;
  const stage = new Stage();
  try {
    return { number, title, ...(await scenario.run(stage, options)) };
  } catch (error) {
    return { number, title, rows: [], details: [], failure: String(error) };
  } finally {
    await stage.clear();
  }
};

// Through `exit`, where the servers are ended.
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const options = optionsOf(process.argv.slice(2));
const machine = thisMachine(new Date());
const outcomes: Outcome[] = [];
for (const scenario of SCENARIOS) {
  if (options.only.length > 0 && !options.only.includes(scenario.number)) continue;
  process.stderr.write(`${scenario.number}. ${scenario.title}\n`);
  outcomes.push(await outcomeOf(scenario, options));
}
const rounds = options.quick ? '; few rounds, not to compare by' : '';
const heading = `# Speed\n\n${sentenceOf(machine)}${rounds}`;
const document = documentOf(heading, outcomes);
const judged = outcomes.map(({ rows, ...outcome }) => ({
  ...outcome,
  rows: rows.map((row) => ({ ...row, met: isMet(row) })),
}));
mkdirSync(RESULTS, { recursive: true });
writeFileSync(`${RESULTS}/bench.md`, document);
writeFileSync(`${RESULTS}/bench.json`, `${JSON.stringify({ machine, options, outcomes: judged }, null, 2)}\n`);
process.stdout.write(document);
// A missed target is a finding; a scenario that could not be measured is not.
if (outcomes.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
