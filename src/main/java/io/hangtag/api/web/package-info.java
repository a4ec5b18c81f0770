/** How responses are handed to browsers: security and cache headers. */
package io.hangtag.api.web;
