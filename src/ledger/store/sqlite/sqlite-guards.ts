import { StoreSettingError } from '../store.errors.js';

/** Before this version a commit could be lost when two connections reset the write-ahead log at once. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Throws a StoreSettingError for a SQLite that can lose what it has committed. */
export const refuseOldSqlite = (version: string): void => {
  const parts = version.split('.').map(Number);
  const differs = OLDEST_SQLITE.findIndex((oldest, index) => parts[index] !== oldest);
  if (differs < 0 || (parts[differs] ?? 0) > (OLDEST_SQLITE[differs] ?? 0)) return;
  throw new StoreSettingError(
    `SQLite ${version} can lose committed data: the ledger needs ${OLDEST_SQLITE.join('.')} or newer`,
  );
};

/** Linux' numbers of file systems that are shared by machines, or that may be. */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x69_69, 'NFS'],
  [0x51_7b, 'SMB'],
  [0xff_53_4d_42, 'CIFS'],
  [0xfe_53_4d_42, 'SMB2'],
  [0x65_73_55_46, 'FUSE'],
  [0x01_02_19_97, '9p'],
  [0x00_c3_64_00, 'Ceph'],
  [0x0b_d0_0b_d0, 'Lustre'],
  [0x47_50_46_53, 'GPFS'],
  [0x01_16_19_70, 'GFS2'],
  [0x74_61_63_6f, 'OCFS2'],
  [0x53_46_41_4f, 'AFS'],
  [0x78_6f_42_56, 'vboxsf'],
  [0xba_cb_ac_bc, 'vmhgfs'],
]);

/** Throws a StoreSettingError for a file system, by `fs.statfs().type`, on which SQLite's locks do not hold. */
export const refuseNetworkFileSystem = (type: number): void => {
  const name = NETWORK_FILE_SYSTEMS.get(type >>> 0);
  if (name)
    throw new StoreSettingError(
      `the ledger's database is on a network file system (${name}), where SQLite cannot keep it safe: use a local disk`,
    );
};
