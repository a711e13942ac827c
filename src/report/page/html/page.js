
// Makes the page handier: it sorts tables and opens headings. The page is whole without.
(() => {
  'use strict';
  const all = (what) => [...document.querySelectorAll(what)];
  const language = document.documentElement.lang;

  // A link that leads to a heading of the annex opens it.
  const reach = () => {
    const place = document.getElementById(location.hash.slice(1));
    const around = place && place.closest('details');
    if (!around) return;
    around.open = true;
    place.scrollIntoView();
  };
  addEventListener('hashchange', reach);
  addEventListener('click', (event) => {
    if (event.target.closest('a[href^="#"]')) setTimeout(reach);
  });
  reach();

  // Opens or shuts all headings at once.
  all('.buttons').forEach((line) => { line.hidden = false; });
  all('button[data-open]').forEach((button) => {
    button.addEventListener('click', () => {
      all('details').forEach((heading) => { heading.open = button.dataset.open !== ''; });
    });
  });

  // A table or a picture that is wider than its place is moved with the keyboard too.
  const measure = () => all('.table, figure').forEach((box) => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  });
  addEventListener('resize', measure);
  document.addEventListener('toggle', measure, true);
  measure();

  // What a cell is sorted by: its number, else its words. Totals stay below, cells without a word last.
  const words = new Intl.Collator(language, { numeric: true });
  const told = (row, column) => {
    const cell = row.cells[column];
    const text = cell.textContent.trim();
    const number = cell.dataset.v ?? text;
    return { text, number: number === '' ? NaN : Number(number) };
  };
  const order = (a, b, down) => {
    const [blank, numbers] = [a.text === '' || b.text === '', [a.number, b.number].map(Number.isNaN)];
    if (blank && a.text !== b.text) return a.text === '' ? 1 : -1;
    if (numbers[0] !== numbers[1]) return numbers[0] ? 1 : -1;
    const step = numbers[0] ? words.compare(a.text, b.text) : a.number - b.number;
    return down ? -step : step;
  };
  all('table[data-sort]').forEach((table) => {
    const body = table.tBodies[0];
    const asWritten = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-label', `${table.dataset.sort}: ${head.textContent}`);
      head.append('\u2060', button);
      head.addEventListener('click', () => {
        const now = head.getAttribute('aria-sort');
        heads.forEach((other) => other.removeAttribute('aria-sort'));
        // Upward, downward, as it was written.
        if (now === 'descending') return body.append(...asWritten);
        const down = now === 'ascending';
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const total = (row) => row.classList.contains('total');
        const rows = asWritten.filter((row) => !total(row));
        rows.sort((a, b) => order(told(a, column), told(b, column), down));
        body.append(...rows, ...asWritten.filter(total));
      });
    });
  });

  // Question an assumption: the chances of those of the futures lived that lie in what is held possible.
  all('.questioned').forEach((place) => {
    const carried = place.querySelector('script');
    const { futures, targets, assumptions } = JSON.parse(carried.textContent);
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const met = targets.map((target) => bytes(target.met));
    const parts = assumptions.map((assumption) => bytes(assumption.parts));
    const fields = [...place.querySelectorAll('fieldset')];
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const grouped = (number) => number.toLocaleString(language);

    // Whole per cent as the page prints them: never more than the futures show, halves to the even number.
    const percent = (share) => {
      const value = share * 100;
      if (value < 1) return '<1%';
      if (value > 99) return '>99%';
      const near = Math.round(value);
      return `${Math.abs(value % 1) === 0.5 && near % 2 ? near - 1 : near}%`;
    };
    const chance = (hits, of) => {
      const bound = Math.min(99, Math.ceil(300 / of));
      if (hits === 0) return `<${bound}%`;
      return hits === of ? `>${100 - bound}%` : percent(hits / of);
    };
    // 95 % interval of a share, by Wilson.
    const interval = (hits, of) => {
      const [z, p] = [1.959963984540054, hits / of];
      const centre = (p + z * z / (2 * of)) / (1 + z * z / of);
      const half = z / (1 + z * z / of) * Math.sqrt(p * (1 - p) / of + z * z / (4 * of * of));
      return [Math.max(0, centre - half), Math.min(1, centre + half)];
    };
    // Which parts of what was drawn are held possible.
    const held = assumptions.map((assumption, a) => {
      const inputs = [...fields[a].querySelectorAll('input')];
      return () => {
        if (assumption.ways) return inputs.map((input) => input.checked);
        const [from, to] = inputs.map((input) => Number(input.value));
        const ends = { low: assumption.names[from], high: assumption.names[to] };
        const said = fields[a].querySelector('output');
        said.textContent = fill(said.dataset.says, ends);
        inputs[0].setAttribute('aria-valuetext', ends.low);
        inputs[1].setAttribute('aria-valuetext', ends.high);
        return Array.from({ length: 100 }, (_, part) => from <= part && part < to);
      };
    });
    const follow = () => {
      const possible = held.map((read) => read());
      const left = [];
      for (let future = 0; future < futures; future++) {
        if (parts.every((own, a) => possible[a][own[future]])) left.push(future);
      }
      const rows = [...place.querySelectorAll('tbody tr')];
      rows.forEach((row, t) => {
        const hits = left.filter((future) => met[t][future >> 3] >> (future & 7) & 1).length;
        const few = left.length < 30;
        const [low, high] = few ? [0, 1] : interval(hits, left.length);
        const told = { chance: chance(hits, left.length), low: percent(low), high: percent(high) };
        row.querySelector('output').textContent = few ? carried.dataset.few : fill(carried.dataset.chance, told);
        const at = few ? 0 : 100 * hits / left.length;
        row.querySelector('.range').setAttribute('d', `M${100 * low} 3H${100 * high}`);
        row.querySelector('.here').setAttribute('d', few ? '' : `M${at} 0V6`);
      });
      const said = place.querySelector('.left output');
      said.textContent = fill(said.dataset.says, { left: grouped(left.length), all: grouped(futures) });
    };
    place.addEventListener('input', (event) => {
      // A range is never empty: one end pushes the other.
      const sliders = [...event.target.closest('fieldset').querySelectorAll('[type=range]')];
      if (sliders.length) {
        const [from, to] = sliders.map((slider) => Number(slider.value));
        if (event.target === sliders[0]) {
          sliders[0].value = Math.min(from, 99);
          sliders[1].value = Math.max(to, Number(sliders[0].value) + 1);
        } else {
          sliders[1].value = Math.max(to, 1);
          sliders[0].value = Math.min(from, Number(sliders[1].value) - 1);
        }
      }
      follow();
    });
    place.querySelector('button').addEventListener('click', () => {
      all('.questioned input').forEach((input) => {
        input.checked = input.defaultChecked;
        input.value = input.defaultValue;
      });
      follow();
    });
    place.hidden = false;
    follow();
  });
})();
