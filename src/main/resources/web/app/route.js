/**
 * Where the page is, kept in the URL's fragment, so that every view has a link and a static host can serve it:
 * `#/catalog?state=needs-review`, `#/photo?id=…`.
 */

export const HOME = 'catalog';

export function current() {
  const [view, query] = location.hash.replace(/^#\/?/, '').split('?', 2);
  return { view: view || HOME, query: Object.fromEntries(new URLSearchParams(query)) };
}

export function link(view, query = {}) {
  const given = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return `#/${view}${given.size ? `?${given}` : ''}`;
}
