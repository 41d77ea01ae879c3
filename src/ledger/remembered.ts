/** The same function, which makes the value of each key once and gives the same object every time. */
export const remembered = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const values = new Map<Key, Value>();
  return (key) => {
    if (values.has(key)) return values.get(key) as Value;
    const value = make(key);
    values.set(key, value);
    return value;
  };
};
