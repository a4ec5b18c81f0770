/** Many invocations of the event function in one process, and what that process then holds. */
package io.hangtag.soak;
