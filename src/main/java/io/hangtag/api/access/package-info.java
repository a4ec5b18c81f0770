/**
 * Who may write. Reading is left to whoever reaches the service: on AWS its gateway decides that, in a container the network.
 */
package io.hangtag.api.access;
