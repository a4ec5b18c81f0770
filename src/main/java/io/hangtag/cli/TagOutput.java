package io.hangtag.cli;

/** Where answers go, one line each. */
interface TagOutput {
    void write(TagLine line);
}
