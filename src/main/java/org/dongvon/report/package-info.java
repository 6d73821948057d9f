/**
 * What people above read: registered reports over positions and other modules' views, the published figures that they
 * are compared with, and the check of published claims. Writes nothing. Start with {@link org.dongvon.report.Reports}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "position",
            "organisation",
            "document",
            "programme",
            "household",
            "form"
        })
@NullMarked
package org.dongvon.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
