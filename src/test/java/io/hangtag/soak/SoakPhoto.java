package io.hangtag.soak;

import io.hangtag.error.ErrorCode;
import java.util.Optional;

/**
 * A photo that the soak uploads again and again.
 *
 * @param name its file's name
 * @param bytes its content
 * @param failure what it must be refused with, empty if it must be answered
 */
record SoakPhoto(String name, byte[] bytes, Optional<ErrorCode> failure) {}
