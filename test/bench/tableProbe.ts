/**
 * Runs in every frame before its scripts: notes when the page of a batch says that it is ready, and looks at the
 * table before each frame is drawn. A row is blank while its cells have no text. It is text because the code of
 * the tests is compiled for Node.
 */
export const tableProbe = `(() => {
  let readyAt = NaN, firstRowsAt = NaN, blankSince = NaN, longestBlank = 0, changing = undefined;
  const table = () => document.querySelector('lens-batch')?.shadowRoot?.querySelector('lens-table')?.shadowRoot;
  const bar = () => document.querySelector('lens-batch').shadowRoot.querySelector('lens-filter-bar').shadowRoot;
  const scroller = () => table()?.querySelector('.scroller');
  const inSight = () => {
    const frame = scroller().getBoundingClientRect();
    return [...table().querySelectorAll('.row')].filter(row => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > frame.top + 28 && top < frame.bottom - 12;
    });
  };
  const textOf = rows => rows.map(row => row.textContent).join('\\n');
  const look = () => {
    const now = performance.now();
    if (scroller()) {
      const rows = inSight();
      const blank = rows.length === 0 || rows.some(row => row.textContent.trim() === '');
      if (!blank && Number.isNaN(firstRowsAt)) firstRowsAt = now;
      if (blank) {
        if (Number.isNaN(blankSince)) blankSince = now;
        longestBlank = Math.max(longestBlank, now - blankSince);
      } else blankSince = NaN;
      if (changing && !blank && textOf(rows) !== changing.before) {
        changing.resolve(now - changing.since);
        changing = undefined;
      }
    }
    requestAnimationFrame(look);
  };
  globalThis.tableProbe = {
    firstRows: () => firstRowsAt - readyAt,
    watch: () => { longestBlank = 0; blankSince = NaN; },
    longestBlank: () => longestBlank,
    atEnd: () => scroller().scrollTop + scroller().clientHeight >= scroller().scrollHeight - 1,
    expectChange: () => {
      const { promise, resolve } = Promise.withResolvers();
      changing = { before: textOf(inSight()), since: performance.now(), resolve };
      globalThis.tableProbe.changed = () => promise;
    },
    changed: () => NaN,
  };
  let acquire;
  Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    configurable: true,
    get: () => acquire,
    set: given => {
      acquire = () => {
        const api = given();
        return { ...api, postMessage: message => {
          if (message?.type === 'ready') {
            readyAt = performance.now();
            requestAnimationFrame(look);
            // Sorting and filtering begin with what the reader does; the page was not there before.
            for (const type of ['click', 'beforeinput'])
              addEventListener(type, () => changing && (changing.since = performance.now()), true);
          }
          api.postMessage(message);
        } };
      };
    },
  });
})()`;
