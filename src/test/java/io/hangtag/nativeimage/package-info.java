/** What can be checked on the JVM of what a native image needs: nothing is reached by name that is not registered. */
package io.hangtag.nativeimage;
