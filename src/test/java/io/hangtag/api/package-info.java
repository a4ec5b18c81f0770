/** The REST doors and the page, on the real endpoints. */
package io.hangtag.api;
