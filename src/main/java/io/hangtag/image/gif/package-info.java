/**
 * GIF by the 89a specification (CompuServe, 1990), which includes 87a. The first picture is placed on the logical screen;
 * what it leaves uncovered or transparent takes the background colour the caller gives, since the one a GIF names has been
 * ignored by every browser for decades.
 */
package io.hangtag.image.gif;
