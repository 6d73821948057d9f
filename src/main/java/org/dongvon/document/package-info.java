/**
 * The register of legal and leadership documents: what every rate, cap, rule and task stands on. It knows numbers,
 * days and how documents follow each other, not what they say. Start with {@code Documents}; what the product ships is
 * read by {@code ShippedDocuments}.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared"})
@NullMarked
package org.dongvon.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
