const WORDS = [
  'the of a to in is we it be by or an on at as if no any all who may can for and not has pay due let rent term deed sum',
  'lease clause notice tenant break which there under after must what does repair review before covenant insure date party',
  'landlord assignment guarantor provisions service premises schedule between obligations completion easements restrictions',
]
  .join(' ')
  .split(' ');

/** Lengths as in a real period: most questions have up to 66 characters, one in four is a longer one about the limit of 100. */
const SHORT = { from: 15, to: 66 };
const LONG = { from: 95, to: 125 };
const LONG_SHARE = 0.25;

/** A question about a lease that nobody asked. Its characters are all ASCII, as a real period's are. */
export const textOf = (random: () => number): string => {
  const { from, to } = random() < LONG_SHARE ? LONG : SHORT;
  const length = from + Math.floor(random() * (to - from));
  let text = wordOf(random);
  text = text.charAt(0).toUpperCase() + text.slice(1);
  while (text.length < length) text += ` ${wordOf(random)}`;
  return `${text}?`;
};

const wordOf = (random: () => number): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
