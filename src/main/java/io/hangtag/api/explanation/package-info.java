/** Heat maps that show where in a photo a class was seen. */
package io.hangtag.api.explanation;
