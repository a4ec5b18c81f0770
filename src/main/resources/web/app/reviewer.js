/** Who corrects, remembered by this browser. */
const KEY = 'hangtag.reviewer';

export const reviewer = () => localStorage.getItem(KEY) ?? '';

export const rememberReviewer = (name) => localStorage.setItem(KEY, name.trim());
