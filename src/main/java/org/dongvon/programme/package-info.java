/**
 * Credit programmes and the dated rules that they lend by: rate series, caps, parameters, each row with its document
 * and a mark of how sure it is. It knows no loan. Start with {@code Programmes}; what the product
 * ships is read by {@code ShippedReference} and loaded by {@code LoadReference}.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared", "document", "organisation"})
@NullMarked
package org.dongvon.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
