/** The model layer: what it holds, how large it is, and that its libraries run where Lambda puts them. */
package io.hangtag.layer;
