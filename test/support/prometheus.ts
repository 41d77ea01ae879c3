/** What a scrape says, taken apart only as far as tests need. */
export class Scrape {
  private readonly lines: readonly string[];

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  /** Every family with its type. */
  get families(): ReadonlyMap<string, string> {
    return new Map(
      this.lines.flatMap((line): [string, string][] => {
        const [, name = '', type = ''] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
        return name === '' ? [] : [[name, type]];
      }),
    );
  }

  /** Every name that a query may use: a histogram has three, and its own is none of them. */
  get queryable(): Set<string> {
    return new Set(
      [...this.families].flatMap(([name, type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ),
    );
  }

  /** The samples of exactly this name, as they are written. */
  samples(name: string): string[] {
    return this.lines.filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  }
}
