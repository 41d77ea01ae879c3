import { argv } from 'node:process';
import { DatabaseSync } from '@photostructure/sqlite';

/** Holds the lock for writing of a database from its start until it is told to let go. */

const database = new DatabaseSync(argv[2]);
database.exec('begin immediate');
process.once('message', () => {
  database.exec('rollback');
  database.close();
  process.disconnect();
});
process.send('held');
