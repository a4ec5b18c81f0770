/** What the resources ask for, as chains over the ports of {@code io.hangtag.tagging}. */
package io.hangtag.api.service;
