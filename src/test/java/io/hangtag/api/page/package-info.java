/** The page, in Debian's Chromium, on the real endpoints. */
package io.hangtag.api.page;
