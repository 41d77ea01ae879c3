import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;

/**
 * Returns the licences of the packages that the output of a bundler is made of. Throws if one names
 * none.
 */
export const toNotices = (output) => {
  const modules = output.flatMap((file) => Object.entries(file.modules ?? {}));
  const folders = modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([path]) => packageFolder(path));
  const packages = [...new Set(folders)].filter((folder) => folder !== undefined).map(readPackage);
  const notices = packages.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
  return [`The files of this folder contain these ${notices.length} packages.\n`, ...notices.map(toNotice)].join('\n');
};

/** `/app/node_modules/@nestjs/core` for a module of that package; undefined for other modules. */
const packageFolder = (path) => /^[^\0].*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];

const readPackage = (folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // The list is the form of old packages.
  const license = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' or ');
  const title = `${manifest.name} ${manifest.version}`;
  if (!license) throw new Error(`${title} names no licence`);
  const files = readdirSync(folder).filter((name) => LICENSE_FILE.test(name));
  return { title, license, texts: files.map((name) => readFileSync(join(folder, name), 'utf8')) };
};

const toNotice = ({ title, license, texts }) =>
  [`${'='.repeat(100)}\n${title}\nLicence: ${license}\n`, ...texts.map((text) => `${text.trim()}\n`)].join('\n');
