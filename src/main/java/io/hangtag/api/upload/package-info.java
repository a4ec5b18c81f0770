/**
 * Uploads that go from the browser straight to S3: a POST policy, signed here, because the SDK signs no POST forms.
 */
package io.hangtag.api.upload;
