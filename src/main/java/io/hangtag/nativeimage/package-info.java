/**
 * What a native image is told of the SDK's optional parts. The AWS Common Runtime (CRT) is not on the class path, and Quarkus
 * links every class at build time, so what would call it is replaced. Without meaning on the JVM.
 */
package io.hangtag.nativeimage;
