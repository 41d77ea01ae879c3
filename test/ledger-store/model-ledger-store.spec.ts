import { type ModelDisk, ModelLedgerStore } from './model-ledger-store.js';
import { describeStore } from './store-contract.js';

describeStore('a model in memory', async () => {
  const disk: ModelDisk = new Map();
  return {
    open: async (file) => new ModelLedgerStore(disk, file),
    fileOf: (file) => file,
    clear: async () => disk.clear(),
  };
});
