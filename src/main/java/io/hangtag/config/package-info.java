/** All settings, documented, in one interface. */
package io.hangtag.config;
