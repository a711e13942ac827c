
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
  const measure = () => all('.table, .follow, figure').forEach((box) => {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
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

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

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

  // Look up a place: picture and table follow what is chosen; every word of them stands in the page.
  const drawn = (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  all('.looked').forEach((place) => {
    const { steps, figures, cells } = JSON.parse(place.querySelector('script').textContent);
    const lists = Object.fromEntries([...place.querySelectorAll('select')].map((list) => [list.name, list]));
    const word = (name) => lists[name].selectedOptions[0].textContent;
    const years = [...lists.year.options].map((option) => option.textContent);
    const [svg, output, body] = ['svg', 'output', 'tbody'].map((what) => place.querySelector(what));
    // A picture is as wide as its place, so that its letters are as large as those around it.
    const [left, top, bottom] = [16, 28, 262];
    let right = 624;
    const x = (year) => (years.length < 2 ? (left + right) / 2 : left + (right - left) * year / (years.length - 1));
    const y = (step) => bottom - (bottom - top) * step / steps;
    // Bands between the outermost, the next and the inner two percentiles; a year without figures parts them.
    const bands = (known) => {
      const runs = [[]];
      known.forEach((told, year) => {
        if (told) runs.at(-1).push([year, told[1]]);
        else if (runs.at(-1).length) runs.push([]);
      });
      return runs.filter((run) => run.length).flatMap((run) => {
        const line = (percentile) => run.map(([year, at]) => `${x(year)} ${y(at[percentile])}`);
        const area = [0, 1, 2].map((low) => drawn('path', {
          class: `band-${low}`, d: `M${line(low).join('L')}L${line(6 - low).reverse().join('L')}Z`,
        }));
        return [...area, drawn('path', { class: 'middle', d: `M${line(3).join('L')}` })];
      });
    };
    const follow = () => {
      const known = cells[Number(lists.place.value) * figures + Number(lists.figure.value)];
      const chosen = Number(lists.year.value);
      const values = { place: word('place'), figure: word('figure'), year: word('year') };
      svg.replaceChildren();
      body.replaceChildren();
      const width = svg.parentElement.clientWidth ? Math.max(240, Math.min(768, svg.parentElement.clientWidth - 32)) : 640;
      right = width - 16;
      svg.setAttribute('viewBox', `0 0 ${width} 300`);
      const told = known && known.years[chosen];
      const said = [fill(told ? place.dataset.year : place.dataset.none, { ...values, says: told && told[0] })];
      svg.classList.toggle('empty', !known);
      if (known) {
        said.push(...known.asked.map(([asked, chance]) => fill(place.dataset.target, { asked, chance })));
        svg.append(drawn('path', { class: 'chosen', d: `M${x(chosen)} ${top}V${bottom}` }), ...bands(known.years));
        known.asked.forEach(([, , year, at]) => at.forEach((step) => {
          svg.append(drawn('path', { class: 'asked', d: `M${Math.max(left, x(year) - 60)} ${y(step)}H${Math.min(right, x(year) + 60)}` }));
        }));
        svg.append(drawn('text', { x: left, y: top - 10 }, known.edges[1]), drawn('text', { x: left, y: bottom + 14 }, known.edges[0]));
        const every = Math.ceil(years.length * 64 / width);
        years.forEach((name, year) => {
          if ((years.length - 1 - year) % every) return;
          const anchor = year === years.length - 1 ? 'end' : year ? 'middle' : 'start';
          svg.append(drawn('text', { x: x(year), y: bottom + 32, 'text-anchor': anchor }, name));
        });
        known.years.forEach((row, year) => {
          if (!row) return;
          const line = body.insertRow();
          line.classList.toggle('chosen', year === chosen);
          const head = document.createElement('th');
          head.scope = 'row';
          head.textContent = years[year];
          line.append(head);
          line.insertCell().textContent = row[0];
        });
      }
      output.textContent = said.join(' ');
      svg.setAttribute('aria-label', output.textContent);
    };
    place.addEventListener('change', follow);
    addEventListener('resize', follow);
    place.hidden = false;
    follow();
  });

  // Question an assumption: the chances of those of the futures lived that lie in what is held possible.
  all('.questioned').forEach((place) => {
    const carried = place.querySelector('script');
    const { futures, targets, assumptions } = JSON.parse(carried.textContent);
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const met = targets.map((target) => bytes(target.met));
    const parts = assumptions.map((assumption) => bytes(assumption.parts));
    const fields = [...place.querySelectorAll('fieldset')];
    const grouped = (number) => number.toLocaleString(language);

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

  // Weigh the ways: chances of all futures of each way, mixed in weights that add to one.
  all('.weighed').forEach((place) => {
    place.querySelectorAll('fieldset').forEach((group) => {
      const sliders = [...group.querySelectorAll('input')];
      const follow = () => {
        const asked = sliders.map((slider) => Number(slider.value));
        const sum = asked.reduce((a, b) => a + b, 0);
        // Without any weight all weigh the same.
        const weights = asked.map((weight) => (sum ? weight / sum : 1 / asked.length));
        sliders.forEach((slider, way) => {
          const share = `${Math.round(weights[way] * 100)}%`;
          slider.parentElement.querySelector('output').textContent = share;
          slider.setAttribute('aria-valuetext', share);
        });
        group.querySelectorAll('tbody tr').forEach((row) => {
          const of = Number(row.dataset.of);
          const chances = row.dataset.chances.split(' ').map(Number);
          const mixed = chances.reduce((all, chance, way) => all + weights[way] * chance, 0);
          const [told, low, high] = [mixed, Math.min(...chances), Math.max(...chances)].map((share) => chance(share * of, of));
          row.querySelector('output').textContent = fill(place.dataset.chance, { chance: told, low, high });
        });
      };
      group.addEventListener('input', follow);
      follow();
    });
    place.hidden = false;
  });
})();
