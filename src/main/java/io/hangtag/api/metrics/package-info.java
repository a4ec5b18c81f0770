/** What the service measures of itself; left out of the function, which CloudWatch measures. */
package io.hangtag.api.metrics;
