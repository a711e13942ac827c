// Figures of summary.csv as a page prints them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Numbers between 0 and 1, the same every time.
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const cells = (line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, whole, quoted]) => quoted ?? whole);

// Decimals by the unit of a figure; amounts have a way of their own.
const places = { share: 1, per10k: 1, years: 1, per100: 1, per_station: 2, ratio: 2 };

function printed(unit, value, language) {
  const locale = (number, places, least = places) => number.toLocaleString(language === 'vi' ? 'de' : 'en', { minimumFractionDigits: least, maximumFractionDigits: places }).replace('-', '\u2212');
  if (unit === 'share') return `${locale(value * 100, 1)}%`;
  if (unit in places) return locale(value, places[unit]);
  const names = { en: [' million', ' billion', ' trillion'], vi: ['\u00a0triệu', '\u00a0tỷ', '\u00a0nghìn tỷ'] };
  const step = [1e12, 1e9, 1e6].findIndex((size) => Math.abs(value) >= size);
  if (step >= 0) return `${locale(value / [1e12, 1e9, 1e6][step], 2, 0)}${names[language][2 - step]}`;
  const unitOf = Math.abs(value) < 1e4 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 3);
  return locale(Math.round(value / unitOf) * unitOf, 0);
}

// The middle future and its range of a place, a figure and a year, all by the names that a page gives them.
export function figuresOf({ path, language }) {
  const findings = JSON.parse(readFileSync(join(dirname(path), 'findings.json'), 'utf8'));
  const [heads, ...lines] = readFileSync(join(dirname(path), 'summary.csv'), 'utf8').trim().split('\n').map(cells);
  const rows = new Map(lines.map((line) => [line.slice(0, 2).concat(line[heads.indexOf('year')]).join(), line]));
  const named = (name) => name[language] || name.en;
  return (place, figure, year) => {
    const scope = findings.scopes.find(({ name }) => named(name) === place);
    const indicator = findings.indicators.find(({ title }) => named(title).toLowerCase() === figure.toLowerCase());
    if (!scope || !indicator) throw new Error(`${scope ? figure : place} is not in findings.json`);
    const row = rows.get([scope.code, indicator.id, year].join());
    if (!row) return null;
    const [low, middle, high] = ['p10', 'p50', 'p90'].map((name) => printed(indicator.unit, Number(row[heads.indexOf(name)]), language));
    if (low === high) return middle;
    return language === 'vi' ? `${middle} (${low}–${high})` : `${middle} (${low} to ${high})`;
  };
}
