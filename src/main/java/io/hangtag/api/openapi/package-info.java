/** What the OpenAPI document says of all operations alike. */
package io.hangtag.api.openapi;
