/**
 * Who looks after whom: the use of loans checked by the associations (06/TD) and what follows where it was wrong, and the
 * monthly rating of groups. It posts no money. docs/domain/work-lists.md, docs/domain/group-rating.md. Start with {@link
 * org.dongvon.supervision.usecheck} and {@link org.dongvon.supervision.rating}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "programme",
            "form",
            "form :: paper",
            "household",
            "group",
            "loan",
            "savings",
            "session"
        })
@NullMarked
package org.dongvon.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
