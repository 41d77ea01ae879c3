/** Memoizes a function of one argument: returns a function that calls `make` once for each key. */
export const remembered = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const values = new Map<Key, Value>();
  return (key) => {
    if (values.has(key)) return values.get(key) as Value;
    const value = make(key);
    values.set(key, value);
    return value;
  };
};
