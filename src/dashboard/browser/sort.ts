export type SortField = 'report_name' | 'credits_used';
/** A field to sort by, ascending; with `-` before it, descending. Earlier keys take precedence. */
export type SortKey = SortField | `-${SortField}`;

/**
 * The sort keys after a click on the header of `field`: ascending, then descending, then unsorted.
 * A new field comes last.
 */
export const cycleSort = (sort: readonly SortKey[], field: SortField): SortKey[] => {
  if (sort.includes(field)) return sort.map((key): SortKey => (key === field ? `-${field}` : key));
  const others = sort.filter((key) => key !== `-${field}`);
  return others.length < sort.length ? others : [...sort, field];
};

const isSortKey = (key: string): key is SortKey => /^-?(report_name|credits_used)$/.test(key);

/** The keys of a list with commas; `undefined` for an unknown key, or a field that is named twice. */
export const parseSort = (text: string): SortKey[] | undefined => {
  const keys = text.split(',');
  const fields = new Set(keys.map((key) => key.replace('-', '')));
  return keys.every(isSortKey) && fields.size === keys.length ? keys : undefined;
};
