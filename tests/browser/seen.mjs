// What is read off a page: each of these runs in the page itself and knows nothing from outside.

// Visible controls, by kind and words.
export const controls = () => [...document.querySelectorAll('a[href], button, select, input, output, summary')]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .map((control) => `${control.localName} ${control.textContent.slice(0, 40)}`);

// Every word that is read with or without scripts.
export const words = () => {
  const copy = document.querySelector('main').cloneNode(true);
  copy.querySelectorAll('aside, .buttons, th button, script').forEach((part) => part.remove());
  return copy.textContent.replaceAll('\u2060', '').replace(/\s+/g, ' ');
};

// What a first page must hold and does not hold above so many pixels.
export const missing = ([wanted, height]) => {
  const first = document.querySelector('.first');
  const above = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return element.checkVisibility() && top >= 0 && bottom <= height;
  };
  const told = [...first.querySelectorAll('p, li, th'), document.querySelector('h1')];
  const gone = Object.entries(wanted).filter(([, words]) => !told.some((part) => part.textContent.includes(words) && above(part)));
  const row = first.querySelector('tbody tr');
  const cells = { target: row.cells[0], chance: row.cells[1], 'doubt or change': row.cells[row.cells.length - 1] };
  const low = Object.entries(cells).filter(([, cell]) => !above(cell) || !cell.textContent);
  return [...gone, ...low].map(([name]) => name);
};

// Target, chance and what stands last in the first row.
export const firstRow = () => {
  const { cells } = document.querySelector('.first tbody tr');
  const start = (cell) => cell.textContent.trim().split(' ').slice(0, 2).join(' ');
  return { target: start(cells[0]), chance: start(cells[1]), 'doubt or change': start(cells[cells.length - 1]) };
};

// Moves the first slider step by step, and takes it back.
export const slide = () => {
  const place = document.querySelector('.questioned');
  const slider = place.querySelector('[type=range]');
  const chances = () => [...place.querySelectorAll('td output')].map((output) => output.textContent);
  const left = () => place.querySelector('.left output').textContent;
  const before = chances();
  const all = left();
  const times = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55].map((value) => {
    const began = performance.now();
    slider.value = value;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    place.getBoundingClientRect();
    return performance.now() - began;
  });
  const [after, some] = [chances(), left()];
  // The same counted anew: of the futures in the parts that are left, those that meet each target.
  const { futures, targets, assumptions } = JSON.parse(place.querySelector('script').textContent);
  const parts = atob(assumptions[0].parts);
  const inside = [...Array(futures).keys()].filter((future) => parts.charCodeAt(future) >= 55);
  const counted = targets.map(({ met }) => atob(met)).map((met) => 100 * inside.filter((future) => met.charCodeAt(future >> 3) >> (future & 7) & 1).length / inside.length);
  place.querySelector('button').click();
  return { times, before, after, left: [all, some], counted, back: chances() };
};

// What can be chosen of each list.
export const lists = () => Object.fromEntries([...document.querySelectorAll('.looked select')]
  .map((list) => [list.name, [...list.options].map((option) => option.textContent)]));

// What is shown of what is chosen.
export const lookedUp = () => {
  const place = document.querySelector('.looked');
  const picture = place.querySelector('svg');
  const row = place.querySelector('tr.chosen');
  return {
    said: place.querySelector('output').textContent,
    row: row && [...row.cells].map((cell) => cell.textContent).join(' '),
    named: picture.getAttribute('aria-label'),
    drawn: picture.querySelectorAll('path').length,
  };
};

// Gives all weight to each way in turn; then the same to all.
export const weigh = () => [...document.querySelectorAll('.weighed fieldset')].flatMap((group) => {
  const sliders = [...group.querySelectorAll('input')];
  const set = (weights) => {
    sliders.forEach((slider, way) => { slider.value = weights[way]; });
    sliders[0].dispatchEvent(new Event('input', { bubbles: true }));
    // Less than 1 and more than 99 lie beyond.
    const number = (text) => Number(text.replace(/[<>%]/g, '')) + (text[0] === '<' ? -0.5 : text[0] === '>' ? 0.5 : 0);
    return [...group.querySelectorAll('tbody output')].map((output) => output.textContent.match(/[<>]?\d+%/g).map(number));
  };
  const byWay = sliders.map((_, way) => set(sliders.map((__, other) => (other === way ? 100 : 0))));
  return set(sliders.map(() => 50)).map(([chance, low, high], row) => ({
    group: group.querySelectorAll('tbody th')[row].textContent,
    ways: byWay.map((rows) => rows[row][0]),
    mixed: { chance, low, high },
    chances: group.querySelectorAll('tbody tr')[row].dataset.chances.split(' ').map(Number),
  }));
});

// Numbers all that a key must reach, and names it.
export const number = () => [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .map((control, at) => {
    control.dataset.reached = at;
    return `${control.localName}.${control.className} ${(control.ariaLabel ?? control.textContent).slice(0, 40)}`;
  });

// Which of them has the focus, and whether that is seen.
export const focused = () => {
  const control = document.activeElement;
  const { outlineStyle, outlineWidth, opacity } = getComputedStyle(control);
  return {
    at: control.dataset.reached === undefined ? null : Number(control.dataset.reached),
    shows: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && Number(opacity) > 0,
  };
};

// What runs out of the page, is cut, or lies on something else.
export const flaws = () => {
  scrollTo(0, 0);
  const found = [];
  const name = (element) => `${element.localName}${element.className ? `.${element.className}` : ''} "${element.textContent.trim().slice(0, 40)}"`;
  const shown = (what, inside = document) => [...inside.querySelectorAll(what)].filter((element) => element.checkVisibility());
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) found.push(`the page is ${wide} wide`);
  shown('h1, h2, h3, h4, p, li, summary, button, select, input, label, legend, output').forEach((element) => {
    if (element.closest('.table, figure')) return;
    const { right, left } = element.getBoundingClientRect();
    if (right > innerWidth + 1 || left < -1) found.push(`runs out of the page: ${name(element)}`);
    // The words of a list that is narrower than they are stand in full below it.
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth && element.localName !== 'select') found.push(`cut: ${name(element)}`);
  });
  shown('aside label output, button').forEach((element) => {
    const { fontSize } = getComputedStyle(element);
    if (element.getBoundingClientRect().height > 3 * parseFloat(fontSize)) found.push(`broken into lines: ${name(element)}`);
  });
  shown('aside').forEach((place) => {
    const parts = shown('h3, p, select, input, legend, output, button, svg, .table, label', place).filter((part) => !part.parentElement.closest('.table'));
    const boxes = parts.map((part) => [part, part.getBoundingClientRect()]);
    boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
      if (one.contains(other) || other.contains(one)) return;
      const over = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      // What is moved inside a place of its own is hidden there.
      if (one.closest('.follow') !== other.closest('.follow') && (one.closest('.follow') ?? other.closest('.follow')).scrollHeight > innerHeight * 0.4) return;
      if (Math.min(...over) > 1) found.push(`${name(one)} lies on ${name(other)}`);
    }));
  });
  return found;
};

// Hides pictures that a page on its side does not hold at its full width; how many.
export const hideHigh = () => {
  const high = [...document.querySelectorAll('figure')].filter((figure) => {
    const { width, height } = figure.querySelector('svg').viewBox.baseVal;
    return height > 0.67 * width;
  });
  high.forEach((figure) => { figure.hidden = true; });
  return high.length;
};

// What is left of controls, letters under 9 points, and whether heads of tables repeat.
export const onPaper = () => {
  const shown = (element) => element.checkVisibility();
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const small = new Set();
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || around.closest('svg, script') || !shown(around)) continue;
    if (parseFloat(getComputedStyle(around).fontSize) < 11.99) small.add(`${around.localName} "${around.textContent.slice(0, 30)}"`);
  }
  return {
    controls: [...document.querySelectorAll('button, select, input, output, aside, nav')].filter(shown).map((control) => control.localName),
    small: [...small],
    heads: [...document.querySelectorAll('thead')].filter(shown).every((head) => getComputedStyle(head).display === 'table-header-group'),
  };
};
