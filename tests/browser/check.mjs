// Opens pages that the program leaves in a real browser and says what does not hold.
//
//   npm ci && node check.mjs PROGRAM
//
// 0: all holds. 1: a line for each failure. 77: a browser or a package is not here, and which.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { figuresOf, random } from './figures.mjs';
import * as seen from './seen.mjs';

const notHere = (why) => { console.log(why); process.exit(77); };
const found = (...names) => process.env.PATH.split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
const browserFile = process.env.CHROMIUM ?? found('chromium', 'chromium-browser', 'google-chrome');
if (!browserFile) notHere('no Chromium: apt-get install chromium');
let chromium, axe;
try {
  ({ chromium } = (await import('playwright-core')).default);
  axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
} catch {
  notHere('no packages: npm ci');
}
if (process.argv.length !== 3) throw new Error('usage: node check.mjs PROGRAM');
const program = resolve(process.argv[2]);

let failures = 0;
const fail = (page, what) => { failures += 1; console.log(`${page.name}: ${what}`); };
const hold = (page, holds, what) => { if (!holds) fail(page, what); };
const note = (what) => console.log(`(${what})`);

// ---- The pages ----

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const make = (name, language, file, ...words) => {
  const out = join(folder, name);
  execFileSync(program, [...words, '--lang', language, '--out', out, '--quiet', '--no-resume'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const path = join(out, file);
  return { name, language, path, url: pathToFileURL(path).href };
};
// What a first page holds, by the words at the head of a paragraph or of a row.
const money = { en: 'Public money', vi: 'Ngân sách nhà nước' };
const due = { en: 'Too late to help', vi: 'Biện pháp không còn kịp thời' };
const doubt = { en: 'Doubt', vi: 'Mức không chắc chắn' };
const run = (language, place, page) => ({
  ...page, run: true,
  first: { place, money: money[language], 'decision due': due[language], doubt: doubt[language] },
});
const compared = (language) => ({
  ...make(`comparison-${language}`, language, 'comparison.html', 'compare', 'ntp', 'ntp-75', '--replicates', '200'),
  first: { money: money[language], doubt: doubt[language] },
});
const province = (language) => run(language, 'Lai Châu', make(`province-${language}`, language, 'lai-chau/report.html', 'run', 'lai-chau', '--replicates', '300'));
const nation = run('en', 'Viet Nam', make('nation', 'en', 'baseline/report.html', 'run', 'baseline', '--replicates', '10000'));
const pages = [province('en'), province('vi'), compared('en'), compared('vi'), nation];

const browser = await chromium.launch({ executablePath: browserFile, args: ['--no-sandbox', '--disable-background-networking'] });

// A page as somebody opens it; what it says to the console or asks of the network is a failure.
async function open(page, { width = 1280, height = 800, ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...more });
  const tab = await context.newPage();
  tab.on('console', (said) => { if (['error', 'warning'].includes(said.type())) fail(page, `console: ${said.text()}`); });
  tab.on('pageerror', (error) => fail(page, `script: ${error.message}`));
  tab.on('request', (request) => {
    const url = request.url();
    if (url !== page.url && !url.startsWith('data:')) fail(page, `asks for ${url}`);
  });
  const began = performance.now();
  await tab.goto(page.url, { waitUntil: 'load' });
  const took = performance.now() - began;
  return { tab, took, close: () => context.close() };
}
const openAll = (tab) => tab.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));

// ---- What must hold ----

async function opens(page) {
  const size = statSync(page.path).size;
  hold(page, size <= 3e6, `${size} bytes`);
  const times = [];
  for (let again = 0; again < 2; again += 1) {
    const { took, close } = await open(page);
    times.push(took);
    await close();
  }
  const { tab, took, close } = await open(page);
  const middle = [...times, took].sort((a, b) => a - b)[1];
  hold(page, middle <= 2000, `opens in ${middle.toFixed(0)} ms`);
  const missing = await tab.evaluate(seen.missing, [page.first, 800]);
  missing.forEach((what) => fail(page, `not on the first screen: ${what}`));
  await close();
}

async function isWholeWithoutScripts(page) {
  const [plain, lively] = [await open(page, { javaScriptEnabled: false }), await open(page)];
  await openAll(lively.tab);
  const shut = await plain.tab.evaluate(seen.controls);
  hold(page, shut.every((what) => /^(a|summary)\b/.test(what)), `dead without scripts: ${shut.filter((what) => !/^(a|summary)\b/.test(what))}`);
  for (const summary of await plain.tab.locator('summary').all()) await summary.click();
  const [without, withThem] = [await plain.tab.evaluate(seen.words), await lively.tab.evaluate(seen.words)];
  hold(page, without === withThem, `other words without scripts: ${without.length} letters, not ${withThem.length}`);
  await plain.close();
  await lively.close();
}

async function sliderAnswers(page) {
  const { tab, close } = await open(page);
  const { times, before, after, left, counted, back } = await tab.evaluate(seen.slide);
  const median = times.sort((a, b) => a - b)[times.length >> 1];
  hold(page, median <= 50, `a slider answers in ${median.toFixed(0)} ms`);
  hold(page, before.join() !== after.join() && left[0] !== left[1], 'no chance follows a slider');
  const agrees = (said, share) => {
    const told = parseFloat(said.replace(/[<>]/, ''));
    return said[0] === '<' ? share <= told : said[0] === '>' ? share >= told : Math.abs(told - share) <= 0.5;
  };
  counted.forEach((share, target) => hold(page, agrees(after[target], share), `a slider says ${after[target]}, counted ${share.toFixed(1)}%`));
  hold(page, before.join() === back.join(), 'the button does not take sliders back');
  note(`${page.name}: a slider answers in ${median.toFixed(1)} ms`);
  await close();
}

async function lookUpAgrees(page) {
  const { tab, close } = await open(page);
  const told = figuresOf(page);
  const lists = await tab.evaluate(seen.lists);
  const draw = random(20261128 + pages.indexOf(page));
  for (let drawn = 0, tries = 0; drawn < 10 && tries < 1000; tries += 1) {
    const [place, figure, year] = ['place', 'figure', 'year'].map((name) => lists[name][Math.floor(draw() * lists[name].length)]);
    const expected = told(place, figure, year);
    if (!expected) continue;
    drawn += 1;
    for (const [name, word] of Object.entries({ place, figure, year })) await tab.selectOption(`.looked select[name=${name}]`, { label: word });
    const shown = await tab.evaluate(seen.lookedUp);
    const all = [place, figure, year, `: ${expected}.`].every((part) => shown.said.includes(part));
    hold(page, all && shown.row === `${year} ${expected}`, `${place}, ${figure}, ${year}: "${shown.said}" and "${shown.row}", not ${expected}`);
    hold(page, shown.named === shown.said && shown.drawn > 0, `${place}, ${figure}: the picture does not follow`);
    if (drawn === 10) await close();
  }
}

async function weightsMove(page) {
  const { tab, close } = await open(page);
  for (const { group, ways, mixed, chances } of await tab.evaluate(seen.weigh)) {
    const [low, high] = [Math.min(...ways), Math.max(...ways)];
    hold(page, low < high, `${group}: weights do not move the chance`);
    hold(page, ways.length > 1 && low <= mixed.chance && mixed.chance <= high, `${group}: ${mixed.chance}% lies not between ${low}% and ${high}%`);
    const mean = chances.reduce((all, chance) => all + chance / chances.length, 0);
    const near = [...ways, mixed.chance].every((said, way) => Math.abs(said - 100 * (chances[way] ?? mean)) <= 1);
    hold(page, near, `${group}: ${ways} and ${mixed.chance} at the same weights, not ${[...chances, mean]}`);
    hold(page, low === mixed.low && high === mixed.high, `${group}: by way ${mixed.low}% to ${mixed.high}%, at all weight ${low}% to ${high}%`);
  }
  await close();
}

async function worksByKeys(page) {
  const { tab, close } = await open(page);
  const press = (key) => tab.keyboard.press(key);
  const turned = async (selector, key, read) => {
    const control = tab.locator(selector).first();
    if (!await control.count()) return;
    await control.focus();
    const before = await control.evaluate(read);
    await press(key);
    hold(page, before !== await control.evaluate(read), `${key} does nothing on ${selector}`);
  };
  const around = (control) => control.value + control.closest('aside').textContent;
  await turned('.questioned [type=range]', 'ArrowRight', around);
  await turned('.weighed [type=range]', 'ArrowRight', around);
  await turned('.looked select', 'ArrowDown', around);
  await turned('th button', 'Enter', (button) => button.closest('th').ariaSort);
  await turned('summary', 'Enter', (summary) => summary.parentElement.open);
  await turned('summary', 'Space', (summary) => summary.parentElement.open);
  await turned('.buttons button', 'Enter', () => document.querySelectorAll('details[open]').length);
  await openAll(tab);
  const every = await tab.evaluate(seen.number);
  await tab.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  const reached = new Set();
  for (let step = 0; step < every.length + 20 && reached.size < every.length; step += 1) {
    await press('Tab');
    const { at, shows } = await tab.evaluate(seen.focused);
    if (at === null) continue;
    reached.add(at);
    hold(page, shows, `no visible focus: ${every[at]}`);
  }
  every.forEach((what, at) => hold(page, reached.has(at), `Tab does not reach: ${what}`));
  await close();
}

async function fits(page) {
  for (const width of [360, 480, 768, 1280, 1920]) {
    const { tab, close } = await open(page, { width });
    await openAll(tab);
    const flaws = await tab.evaluate(seen.flaws);
    flaws.forEach((what) => fail(page, `${width} pixels: ${what}`));
    await close();
  }
}

// The smallest letters of a document in points, to a third of a point.
const tool = (name, ...words) => execFileSync(name, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
const smallest = (paper) => {
  const sizes = [...tool('pdftohtml', '-xml', '-i', '-stdout', '-zoom', '3', paper).matchAll(/<fontspec id="\d+" size="(\d+)"/g)];
  return Math.min(...sizes.map(([, size]) => Number(size) / 3));
};
async function prints(page) {
  const { tab, close } = await open(page);
  const paper = join(folder, `${page.name}.pdf`);
  const print = async () => writeFileSync(paper, await tab.pdf({ preferCSSPageSize: true, printBackground: true }));
  await print();
  if (found('pdftotext')) {
    const first = tool('pdftotext', '-f', '1', '-l', '1', paper, '-').replace(/\s+/g, ' ');
    const rows = await tab.evaluate(seen.firstRow);
    const wanted = { ...page.first, ...rows };
    Object.entries(wanted).forEach(([name, words]) => hold(page, first.includes(words), `not on the first printed page: ${name}`));
  }
  await openAll(tab);
  if (found('pdftohtml')) {
    await print();
    const all = smallest(paper);
    // A picture too high for the width of a page is made smaller with its letters.
    const high = await tab.evaluate(seen.hideHigh);
    await print();
    hold(page, smallest(paper) >= 9, `letters of ${smallest(paper).toFixed(1)} points on paper`);
    if (all < 9) note(`${page.name}: letters of ${all.toFixed(1)} points on paper in ${high} pictures that are too high for the width of a page`);
  } else {
    note('sizes of letters on paper are not read: pdftohtml is not here');
  }
  await tab.emulateMedia({ media: 'print' });
  const { controls, small, heads } = await tab.evaluate(seen.onPaper);
  hold(page, !controls.length, `on paper: ${controls}`);
  hold(page, !small.length, `under 9 points on paper: ${small}`);
  hold(page, heads, 'heads of tables do not repeat on paper');
  await close();
}

async function isAccessible(page) {
  for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 480], ['dark', 480]]) {
    const { tab, close } = await open(page, { colorScheme, width });
    await openAll(tab);
    await tab.evaluate(axe);
    const { violations } = await tab.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
    violations.forEach(({ id, nodes }) => fail(page, `axe, ${colorScheme}, ${width} pixels: ${id} at ${nodes.length} places: ${nodes[0].target} ${nodes[0].failureSummary}`));
    await close();
  }
}

for (const page of pages) {
  const checks = [opens, isWholeWithoutScripts, worksByKeys, fits, prints, isAccessible];
  if (page.run) checks.push(sliderAnswers, lookUpAgrees, weightsMove);
  for (const check of checks) {
    try {
      await check(page);
    } catch (error) {
      fail(page, `${check.name}: ${error.message}`);
    }
  }
}
await browser.close();
if (failures && process.env.KEEP) note(`pages are kept in ${folder}`);
else rmSync(folder, { recursive: true });
console.log(failures ? `${failures} failures` : `${pages.length} pages: all holds`);
process.exit(failures ? 1 : 0);
