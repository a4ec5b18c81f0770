/** The suites {@code recursion} and {@code faults}: the event function on real endpoints behind a proxy that counts and disturbs. */
package io.hangtag.faults;
