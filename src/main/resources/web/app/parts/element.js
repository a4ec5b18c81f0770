import { LitElement } from 'lit';

/** An element in the page's own tree, where Bootstrap's styles reach it. */
export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}
