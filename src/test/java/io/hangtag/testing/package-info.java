/** What tests of several packages share. */
package io.hangtag.testing;
