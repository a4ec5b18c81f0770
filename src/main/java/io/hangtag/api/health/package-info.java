/** Readiness: the model is loaded, bucket and table answer. */
package io.hangtag.api.health;
