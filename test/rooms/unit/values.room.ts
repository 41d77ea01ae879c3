import { runSpecs } from '../run-specs.js';

await runSpecs(
  'src/spreadsheet',
  'src/time',
  'src/validation',
  'src/period',
  'src/config',
  'src/auth',
  'src/dashboard',
  'src/bin',
);
