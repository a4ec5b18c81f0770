/** Makes the parts into beans: the only place where settings meet constructors. */
package io.hangtag.wiring;
