/**
 * What can go wrong, as a closed set. Every door (event function, REST, command line) translates the same codes; none
 * invents its own.
 */
package io.hangtag.error;
