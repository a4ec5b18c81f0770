/**
 * AWS on one machine, for the local app and the tests only: S3 and SQS from a ministack child process, DynamoDB from
 * DynamoDB Local inside this JVM, and a pump that stands for Lambda's event source mapping. Everything listens on loopback
 * and speaks AWS's own protocols, so that no door takes a short cut past the event. In no deployable for AWS.
 */
package io.hangtag.local;
