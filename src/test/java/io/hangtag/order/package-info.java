/**
 * The suite {@code order}: scenarios of merchants, deliveries, people and crashes around one photo, run through the real use
 * cases and the real stores on clients with the semantics of S3 and DynamoDB, one call at a time.
 */
package io.hangtag.order;
