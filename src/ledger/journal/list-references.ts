import type { Line } from '../rule/line.js';
import type { SeenMessage } from '../rule/seen-message.js';
import { createEntryLists, type EntryLists } from './entry-lists.js';
import type { EntryRecords } from './entry-lines.js';

/** Everything that the lines of these records refer to, each item once. */
export const listReferences = ({ changes, carried, held }: EntryRecords): EntryLists => {
  const lists = createEntryLists();
  for (const change of changes) {
    lists.periods.indexOf(change.period);
    if (change.op === 'added' || change.op === 'changed') listLine(change.line, lists);
    if (change.op === 'missing') lists.absences.indexOf(change.since);
  }
  for (const { period, message } of carried) {
    lists.periods.indexOf(period);
    listMessage(message, lists);
  }
  for (const message of held) listMessage(message, lists);
  return lists;
};

const listLine = ({ rateCard, missingSince, message }: Line, lists: EntryLists): void => {
  lists.rateCards.indexOf(rateCard);
  if (missingSince) lists.absences.indexOf(missingSince);
  listMessage(message, lists);
};

const listMessage = ({ report }: SeenMessage, { reports }: EntryLists): void => {
  if (report) reports.indexOf(report);
};
