/** The tagging ports on S3 and DynamoDB. The only package that knows how an item or a tag set is stored. */
package io.hangtag.aws;
