/** The Lambda doors. They translate events into {@link io.hangtag.tagging.PhotoEvent}s and outcomes into responses. */
package io.hangtag.function;
