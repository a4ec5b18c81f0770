/** The resources: HTTP to services and back, nothing else. */
package io.hangtag.api.rest;
