import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from './element.js';

/** Rows that are rendered beyond the edges of the window, in heights of the window. */
const BEYOND = 0.5;

/** Scrolled further than this in one frame, in heights of the window, pictures are not worth asking for. */
const RUSH = 1;
const SETTLED_MILLIS = 120;

const STEPS = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: ({ columns }) => -columns,
  ArrowDown: ({ columns }) => columns,
  PageUp: ({ columns, rowsInSight }) => -columns * rowsInSight,
  PageDown: ({ columns, rowsInSight }) => columns * rowsInSight,
  Home: () => -Infinity,
  End: () => Infinity,
};

/**
 * A grid of any number of cards of which only those near the window are in the document. It scrolls with the page; rows are
 * of one height, so where a card stands is known before it is loaded and nothing ever shifts. One cell is reached by Tab,
 * the others from it by the arrow keys (the grid pattern of WAI-ARIA); the row that has the focus stays in the document, and
 * it is the cell that has it, which is there before its photo is.
 *
 * `count` cards, `card(index, {active, rushing})` renders one, `selected(index)` tells whether it is chosen. Says `range`
 * `{from, to}` when other cards come near the window, and `select` `{index, extend, from}` for the space bar and for arrows
 * with Shift.
 */
class PhotoGrid extends PageElement {
  static properties = {
    count: { attribute: false },
    card: { attribute: false },
    selected: { attribute: false },
    label: {},
    revision: { attribute: false },
    active: { state: true },
    rushing: { state: true },
    range: { state: true },
  };

  columns = 1;
  rowsInSight = 1;

  #rowHeight = 1;
  #lastTop = 0;
  #frame;
  #settle;
  #wanted;
  #resizes = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.count = 0;
    this.active = 0;
    this.rushing = false;
    this.range = { from: 0, to: 0 };
    this.selected = () => false;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.#onScroll, { passive: true });
    addEventListener('resize', this.#onScroll, { passive: true });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.#onScroll);
    removeEventListener('resize', this.#onScroll);
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settle);
  }

  firstUpdated() {
    this.#resizes.observe(this);
    this.#measure();
  }

  /** Brings a card into the window and gives it the focus. */
  async focusCard(index) {
    this.active = Math.max(0, Math.min(index, this.count - 1));
    this.#reveal(this.active);
    this.#look();
    await this.updateComplete;
    this.#cell(this.active)?.focus({ preventScroll: true });
  }

  /** Scrolls the page as far down as it was, as soon as there is so much, and to the card that had the focus. */
  restore({ top, focus }) {
    this.#wanted = { top, focus };
    this.requestUpdate();
  }

  #cell(index) {
    return this.querySelector(`[data-index="${index}"]`);
  }

  #measure() {
    const style = getComputedStyle(this);
    const px = (name) => parseFloat(style.getPropertyValue(name)) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    const gap = px('--grid-gap');
    const anchor = this.#firstInSight();
    const columns = Math.max(2, Math.floor((this.clientWidth + gap) / (px('--grid-card') + gap)));
    const cardWidth = (this.clientWidth - gap * (columns - 1)) / columns;
    const rowHeight = Math.round(cardWidth + px('--grid-facts') + gap);
    if (columns === this.columns && rowHeight === this.#rowHeight) return;
    const isFirst = this.#rowHeight === 1;
    this.columns = columns;
    this.#rowHeight = rowHeight;
    this.style.setProperty('--grid-columns', columns);
    this.style.setProperty('--grid-row', `${rowHeight}px`);
    this.requestUpdate();
    if (!isFirst && anchor > 0) scrollTo(0, this.#topOf(anchor));
    this.#look();
  }

  #documentTop() {
    return this.getBoundingClientRect().top + scrollY;
  }

  /** What covers the upper edge of the window. */
  #covered() {
    return document.querySelector('.shell-bar')?.offsetHeight ?? 0;
  }

  #topOf(index) {
    return this.#documentTop() + Math.floor(index / this.columns) * this.#rowHeight - this.#covered();
  }

  #firstInSight() {
    const row = Math.floor((scrollY + this.#covered() - this.#documentTop()) / this.#rowHeight);
    return Math.max(0, row) * this.columns;
  }

  #reveal(index) {
    const top = this.#topOf(index);
    if (top < scrollY) scrollTo(0, top);
    else if (top + this.#rowHeight + this.#covered() > scrollY + innerHeight) {
      scrollTo(0, top + this.#rowHeight + this.#covered() - innerHeight);
    }
  }

  #onScroll = () => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      if (Math.abs(scrollY - this.#lastTop) > RUSH * innerHeight) {
        this.rushing = true;
        clearTimeout(this.#settle);
        this.#settle = setTimeout(() => (this.rushing = false), SETTLED_MILLIS);
      }
      this.#lastTop = scrollY;
      this.#look();
    });
  };

  /** Which cards are near the window. */
  #look() {
    const above = scrollY - this.#documentTop();
    const beyond = BEYOND * innerHeight;
    const rows = Math.ceil(this.count / this.columns);
    const first = Math.min(Math.max(0, Math.floor((above - beyond) / this.#rowHeight)), rows);
    const last = Math.min(rows, Math.ceil((above + innerHeight + beyond) / this.#rowHeight));
    this.rowsInSight = Math.max(1, Math.floor(innerHeight / this.#rowHeight));
    const range = { from: first * this.columns, to: Math.min(this.count, Math.max(last, first) * this.columns) };
    if (range.from === this.range.from && range.to === this.range.to) return;
    this.range = range;
    this.dispatchEvent(new CustomEvent('range', { detail: range }));
  }

  willUpdate(changed) {
    if (changed.has('count')) {
      if (this.hasUpdated) this.#look();
      this.active = Math.max(0, Math.min(this.active, this.count - 1));
    }
  }

  updated() {
    this.style.setProperty('--grid-rows', Math.ceil(this.count / this.columns));
    // By the object model: the page's security policy takes no style attribute.
    this.querySelectorAll('.photo-row').forEach((row) =>
      row.style.setProperty('transform', `translateY(${row.dataset.row * this.#rowHeight}px)`));
    if (this.#wanted && this.count) this.#return(this.#wanted);
  }

  #return({ top, focus }) {
    this.#wanted = undefined;
    scrollTo(0, top);
    this.#look();
    if (focus !== undefined) this.focusCard(focus);
  }

  #rows() {
    const first = Math.floor(this.range.from / this.columns);
    const last = Math.ceil(this.range.to / this.columns);
    const rows = Array.from({ length: last - first }, (_, index) => first + index);
    const focused = Math.floor(this.active / this.columns);
    if (this.count && (focused < first || focused >= last) && this.contains(document.activeElement)) {
      return focused < first ? [focused, ...rows] : [...rows, focused];
    }
    return rows;
  }

  render() {
    const rows = Math.ceil(this.count / this.columns);
    return html`
      <div role="grid" class="photo-grid" aria-label=${this.label} aria-rowcount=${rows} aria-colcount=${this.columns}
        aria-multiselectable="true" @keydown=${this.#onKey} @focusin=${this.#onFocus}>
        ${repeat(this.#rows(), (row) => row, (row) => this.#row(row))}
      </div>`;
  }

  #row(row) {
    const from = row * this.columns;
    const to = Math.min(this.count, from + this.columns);
    return html`
      <div role="row" class="photo-row" aria-rowindex=${row + 1} data-row=${row}>
        ${Array.from({ length: to - from }, (_, column) => this.#gridCell(from + column, column))}
      </div>`;
  }

  #gridCell(index, column) {
    const selected = this.selected(index);
    return html`
      <div role="gridcell" class="photo-cell ${selected ? 'selected' : ''}" aria-colindex=${column + 1} data-index=${index}
        aria-selected=${selected ? 'true' : 'false'} tabindex=${index === this.active ? '0' : '-1'}>
        ${this.card(index, { active: index === this.active, rushing: this.rushing })}
      </div>`;
  }

  /** Opens what a card links to; one that has no link may have buttons. */
  #enter(cell) {
    const open = cell.querySelector('a[href]');
    if (open) open.click();
    else cell.querySelector('button')?.focus();
  }

  #onFocus = (event) => {
    const cell = event.target.closest('[data-index]');
    if (cell) this.active = Number(cell.dataset.index);
  };

  #onKey = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ' && !event.target.closest('button, input')) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('select', { detail: { index: this.active, extend: event.shiftKey } }));
      return;
    }
    if (event.key === 'Enter' && event.target.matches('[role=gridcell]')) {
      event.preventDefault();
      this.#enter(event.target);
      return;
    }
    const step = STEPS[event.key]?.(this);
    if (step === undefined) return;
    event.preventDefault();
    const before = this.active;
    this.focusCard(before + step);
    if (event.shiftKey && this.active !== before) {
      this.dispatchEvent(new CustomEvent('select', { detail: { index: this.active, extend: true, from: before } }));
    }
  };
}

customElements.define('photo-grid', PhotoGrid);
