import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const HERE = new URL('./', import.meta.url);
const FILES = readdirSync(HERE).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

describe('the rule of the ledger', () => {
  it.each(FILES)('imports pricing, time and itself alone: %s', (file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(new URL(file, HERE), 'utf8'));
    const others = importedFiles.filter(({ fileName }) => !/^\.\/|^\.\.\/\.\.\/(pricing|time)\//.test(fileName));
    expect(others).toEqual([]);
  });
});
