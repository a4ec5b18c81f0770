import { html } from 'lit';
import { PageElement } from './element.js';

/**
 * A slider with two thumbs for a range of percents; `from` and `to` are 0..1. Says `range` with `{from, to}` when a thumb was
 * let go, and shows the figures while it moves.
 */
class ConfidenceRange extends PageElement {
  static properties = { from: { type: Number }, to: { type: Number }, moving: { state: true } };

  constructor() {
    super();
    this.from = 0;
    this.to = 1;
  }

  willUpdate(changed) {
    if (changed.has('from') || changed.has('to')) this.moving = { from: this.from, to: this.to };
  }

  updated() {
    this.style.setProperty('--range-from', `${this.moving.from * 100}%`);
    this.style.setProperty('--range-to', `${this.moving.to * 100}%`);
  }

  #move(end, value) {
    const { from, to } = this.moving;
    // A thumb stops at the other one.
    this.moving = end === 'from' ? { from: Math.min(value, to), to } : { from, to: Math.max(value, from) };
  }

  #thumb(end, name) {
    const value = Math.round(this.moving[end] * 100);
    return html`
      <input class="form-range" type="range" min="0" max="100" step="1" .value=${String(value)} data-end=${end}
        aria-label=${name} aria-valuetext="${value} %"
        @input=${(event) => {
          this.#move(end, event.target.value / 100);
          event.target.value = String(Math.round(this.moving[end] * 100));
        }}
        @change=${() => this.dispatchEvent(new CustomEvent('range', { detail: this.moving }))}>`;
  }

  render() {
    const { from, to } = this.moving;
    return html`
      <div class="range-text">${Math.round(from * 100)} – ${Math.round(to * 100)} %</div>
      <div class="range">${this.#thumb('from', 'Lowest confidence')}${this.#thumb('to', 'Highest confidence')}</div>`;
  }
}

customElements.define('confidence-range', ConfidenceRange);
