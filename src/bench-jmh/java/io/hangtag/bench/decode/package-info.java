/**
 * {@code ./hangtag bench decode}: photo bytes to the model's square by the ways that there are. In a source folder of its own, since
 * JMH and the other decoders, 120 MB of libraries, come with the Maven profile {@code bench} only.
 */
package io.hangtag.bench.decode;
