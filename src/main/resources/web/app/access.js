/**
 * The token that changes carry where the service itself asks for one (`hangtag.api.access=token`). This tab alone keeps it, until it
 * is closed. Says `change`.
 */
const KEPT = 'hangtag.write-token';

class Access extends EventTarget {
  /** Whether the service has refused a change for want of the token, or for a wrong one. */
  asked = false;

  get token() {
    return sessionStorage.getItem(KEPT) ?? '';
  }

  ask() {
    this.#changed(true);
  }

  signIn(token) {
    sessionStorage.setItem(KEPT, token);
    this.#changed(false);
  }

  signOut() {
    sessionStorage.removeItem(KEPT);
    this.#changed(true);
  }

  /** The options of a change, with the token if there is one. */
  signed(options) {
    return this.token ? { ...options, headers: { ...options.headers, Authorization: `Bearer ${this.token}` } } : options;
  }

  #changed(asked) {
    this.asked = asked;
    this.dispatchEvent(new Event('change'));
  }
}

export const access = new Access();
