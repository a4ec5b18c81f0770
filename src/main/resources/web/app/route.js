/**
 * Where the page is, kept in the URL's fragment, so that every view has a link and a static host can serve it:
 * `#/catalog?state=needs-review&class=jeans&class=shirt`, `#/photo?id=…`.
 */

export const HOME = 'catalog';

/** The view and its query as URLSearchParams, names repeated where several values are meant. */
export function current() {
  const [view, query] = location.hash.replace(/^#\/?/, '').split('?', 2);
  return { view: view || HOME, query: new URLSearchParams(query) };
}

/** The parameters of an object, or of URLSearchParams; what is empty is left out, a list gives its name once a value. */
export function parameters(query = {}) {
  const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  return new URLSearchParams(
    entries
      .flatMap(([name, value]) => (Array.isArray(value) ? value.map((one) => [name, one]) : [[name, value]]))
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

export function link(view, query) {
  const given = parameters(query);
  return `#/${view}${given.size ? `?${given}` : ''}`;
}

/** Goes to a view; `replace` keeps the history as long as it is, for what changes while somebody types or drags. */
export function go(view, query, { replace = false } = {}) {
  const to = link(view, query);
  if (to === location.hash) return;
  if (!replace) {
    location.hash = to;
    return;
  }
  history.replaceState(history.state, '', to);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
