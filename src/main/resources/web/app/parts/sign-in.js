import { html, nothing } from 'lit';
import { access } from '../access.js';
import './dialog.js';
import { PageElement } from './element.js';

/** Stands in the bar where the service asks for its write token: signs in, and out. */
class SignIn extends PageElement {
  connectedCallback() {
    super.connectedCallback();
    access.addEventListener('change', this.#onChange);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    access.removeEventListener('change', this.#onChange);
  }

  #onChange = () => this.requestUpdate();

  #dialog() {
    return this.querySelector('page-dialog');
  }

  #open = () => {
    this.querySelector('form').reset();
    this.#dialog().show();
  };

  #onSubmit = (event) => {
    event.preventDefault();
    access.signIn(new FormData(event.target).get('token').trim());
    this.#dialog().close();
  };

  render() {
    if (!access.asked && !access.token) return nothing;
    const signedIn = !access.asked;
    return html`
      <button class="btn btn-quiet" @click=${signedIn ? () => access.signOut() : this.#open}>
        ${signedIn ? 'Sign out' : html`Sign in<span class="wide"> to write</span>`}</button>
      <page-dialog heading="Sign in to write" .body=${this.#form()}></page-dialog>`;
  }

  #form() {
    return html`
      <form id="sign-in" @submit=${this.#onSubmit}>
        <label class="form-label" for="write-token">Write token of this service</label>
        <input class="form-control" id="write-token" name="token" type="password" required autofocus autocomplete="current-password"
          pattern="\\s*[!-~]+\\s*" title="Letters, digits and signs, without a space" aria-describedby="write-token-note">
        <p class="text-quiet small mt-2" id="write-token-note">Whoever runs the service has it. This tab keeps it until it is closed, and sends it
          with each change.</p>
        <button class="btn btn-primary">Sign in</button>
      </form>`;
  }
}

customElements.define('sign-in', SignIn);
