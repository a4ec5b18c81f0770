/** What tests of several packages share: pictures, classifiers, fakes with the stores' semantics, local endpoints. */
package io.hangtag.testing;
