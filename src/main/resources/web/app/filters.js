/** What of the catalog is shown: the filters of a view's query, and the same for the service. */

/** Names that take several values, "one of" within a name. The order is that of the page. */
export const FACETS = ['state', 'group', 'garment', 'audience', 'pattern', 'class', 'model'];

export const SORTS = [
  { id: 'newest', name: 'Newest' },
  { id: 'least-certain', name: 'Least certain' },
];

const SINGLE = ['text', 'minConfidence', 'maxConfidence', 'uploadedFrom', 'uploadedTo', 'sort'];

/** The filters in a query, in a fixed order, whatever else the query has. */
export function filtersOf(query) {
  return Object.fromEntries([
    ...FACETS.map((name) => [name, query.getAll(name)]),
    ...SINGLE.map((name) => [name, query.get(name) ?? '']),
  ]);
}

export const isFiltered = ({ sort, ...filters }) => Object.values(filters).some((value) => value.length);

/** Local midnight of a day as `YYYY-MM-DD`, some days on, as an instant. */
const midnight = (day, on) => {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + on).toISOString();
};

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);

/** The query that the service takes. Days of a view count whole and in the reader's own time zone. */
export function serviceQuery({ uploadedFrom, uploadedTo, ...filters }) {
  return {
    ...filters,
    uploadedFrom: isDay(uploadedFrom) ? midnight(uploadedFrom, 0) : uploadedFrom,
    uploadedTo: isDay(uploadedTo) ? midnight(uploadedTo, 1) : uploadedTo,
  };
}
