package io.hangtag.hostile;

import io.hangtag.error.ErrorCode;
import java.util.Optional;

/**
 * A file and how its tagging has to end.
 *
 * @param name unique, and made to mislead where it is a photo under another format's extension
 * @param bytes its content
 * @param refusal the code it is refused with, empty for a photo that is answered
 */
public record HostileFile(String name, byte[] bytes, Optional<ErrorCode> refusal) {}
