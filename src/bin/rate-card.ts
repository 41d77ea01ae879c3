import type { ComparisonDto } from '../comparison/comparison.dto.js';
import { ignoreBrokenOutput } from '../observability/broken-output.js';
import { parseExactJson } from '../validation/exact-json.js';
import { parseExactNumber } from '../validation/parse-number.js';
import { UsageError } from './parse-words.js';
import { parseRateCardArguments, RATE_CARD_USAGE, type RateCardArguments } from './rate-card-arguments.js';
import { describeCard, RateCardError, readRateCard } from './rate-card-file.js';
import { formatComparison } from './rate-card-report.js';
import { readKey } from './rate-card-key.js';
import { askForComparison } from './rate-card-try.js';

/*
 * `npm run rate-card -- COMMAND FILE`, or `node dist/bin/rate-card.js COMMAND FILE` where there is
 * no npm. Exits with 1 if the card or the service is not right, and with 2 if the command line is
 * not.
 */

const run = async ({ command, file, json, keyFile, ...asked }: RateCardArguments): Promise<string> => {
  const card = readRateCard(file);
  if (command === 'check') return describeCard(card);
  const answer = await askForComparison(card.document, { ...asked, key: readKey(keyFile) });
  return json
    ? `${answer}\n`
    : formatComparison(parseExactJson(answer, parseExactNumber) as ComparisonDto, asked.period);
};

ignoreBrokenOutput();
try {
  process.stdout.write(await run(parseRateCardArguments(process.argv.slice(2))));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${RATE_CARD_USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof RateCardError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
