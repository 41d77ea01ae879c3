import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RateCardsFolderError } from './rate-cards-folder.error.js';
import { readRateCardsFolder } from './read-rate-cards-folder.js';

const BUNDLED = new Set(['standard']);

const card = (id: string, more: object = {}): string =>
  JSON.stringify({ id, title: 'Flat', rules: [{ rule: 'base_cost', credits: 1.5 }], ...more });

describe('readRateCardsFolder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rate-cards-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  };

  const problemsOf = (path = folder): readonly string[] => {
    try {
      readRateCardsFolder(path, BUNDLED);
    } catch (error) {
      if (error instanceof RateCardsFolderError) return error.problems;
      throw error;
    }
    return [];
  };

  it('reads every *.json by name, and nothing else', () => {
    write({ 'b.json': card('second'), 'a.json': card('first'), 'notes.txt': 'no', '.json': 'no', '._a.json': 'no' });

    expect(readRateCardsFolder(folder, BUNDLED).map(({ document }) => document.id)).toEqual(['first', 'second']);
  });

  it('reads none from an empty folder', () => {
    expect(readRateCardsFolder(folder, BUNDLED)).toEqual([]);
  });

  it('reads a mounted file through its link', () => {
    mkdirSync(join(folder, '..data'));
    write({ '..data/flat.json': card('flat') });
    symlinkSync(join('..data', 'flat.json'), join(folder, 'flat.json'));

    expect(readRateCardsFolder(folder, BUNDLED).map(({ document }) => document.id)).toEqual(['flat']);
  });

  it('identifies a card by its price list, without its examples and the link to its schema', () => {
    const vectors = [{ text: 'hi', credits: 1.5 }];
    write({ 'a.json': card('flat') });
    const [plain] = readRateCardsFolder(folder, BUNDLED);
    write({ 'a.json': card('flat', { $schema: '../rate-card.schema.json', vectors }) });
    const [proved] = readRateCardsFolder(folder, BUNDLED);

    expect(proved).toEqual({ ...plain, card: expect.objectContaining({ id: 'flat' }), vectors });
  });

  it('names all bad files at once, each with its path and reason', () => {
    mkdirSync(join(folder, 'folder.json'));
    symlinkSync('loop.json', join(folder, 'loop.json'));
    symlinkSync('nowhere', join(folder, 'gone.json'));
    write({
      'a-good.json': card('flat'),
      'again.json': card('flat'),
      'bytes.json': Uint8Array.of(0x22, 0xff, 0x22),
      'digits.json': card('digits').replace('1.5', '1.50000000000000001'),
      'examples.json': card('examples', {
        vectors: [
          { text: 'hi', credits: 1.5 },
          { text: 'Merci', credits: 2 },
        ],
      }),
      'large.json': ' '.repeat(1024 * 1024 + 1),
      'rule.json': card('rule', { rules: [{ rule: 'base_costs', credits: 1 }] }),
      'shadow.json': card('standard'),
      'text.json': '{"id"',
    });

    expect(problemsOf()).toEqual([
      'again.json: id is flat, which is the id of a-good.json too',
      'bytes.json is not UTF-8 text',
      'digits.json: rules[0].credits must have at most 15 significant digits',
      'examples.json: vectors[1].credits is 2, but "Merci" costs 1.5',
      'folder.json is not a file',
      'gone.json does not exist',
      'large.json has more than 1048576 bytes',
      'loop.json is a symbolic link that leads back to itself',
      expect.stringMatching(
        /^rule\.json: rules\[0\]\.rule "base_costs" is unknown: did you mean base_cost\? allowed: /,
      ),
      'shadow.json: id is standard, which is a bundled rate card',
      expect.stringMatching(/^text\.json is not JSON: /),
    ]);
  });

  it('names a folder that does not exist, and one that is a file', () => {
    write({ 'a.json': card('flat') });
    const [missing, file] = [join(folder, 'nowhere'), join(folder, 'a.json')];

    expect([problemsOf(missing), problemsOf(file)]).toEqual([
      [`the folder ${missing} does not exist`],
      [`the folder ${file} is not a folder`],
    ]);
  });
});
