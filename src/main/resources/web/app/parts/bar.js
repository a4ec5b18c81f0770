import { svg, html } from 'lit';

const clamp = (share) => Math.max(0, Math.min(1, share)) * 100;

/** A share of 0..1 as a bar. Decoration: the figure stands beside it in words. */
export const bar = (share) => html`
  <svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${svg`<rect class="track" width="100" height="6"></rect><rect class="fill" width=${clamp(share)} height="6"></rect>`}
  </svg>`;
