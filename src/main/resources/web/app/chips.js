import { FACETS } from './filters.js';
import { facetName, facetValueName, percent } from './words.js';

/**
 * What is filtered by, one by one: `{text, without}`, the latter being the change that takes it back. `classes` are the
 * taxonomy's classes by id.
 */
export function chipsOf(filters, classes) {
  const { text, minConfidence, maxConfidence, uploadedFrom, uploadedTo } = filters;
  return [
    ...FACETS.flatMap((name) =>
      filters[name].map((value) => ({
        text: `${facetName(name)}: ${facetValueName(name, value, classes)}`,
        without: { [name]: filters[name].filter((one) => one !== value) },
      })),
    ),
    text && { text: `Name: ${text}`, without: { text: '' } },
    (minConfidence || maxConfidence) && {
      text: `Confidence: ${percent(minConfidence || 0)} to ${percent(maxConfidence || 1)}`,
      without: { minConfidence: '', maxConfidence: '' },
    },
    uploadedFrom && { text: `Uploaded from ${uploadedFrom}`, without: { uploadedFrom: '' } },
    uploadedTo && { text: `Uploaded until ${uploadedTo}`, without: { uploadedTo: '' } },
  ].filter(Boolean);
}
