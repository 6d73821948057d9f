/**
 * Messages to members as text without links (tin nhắn báo tổ viên): made once for a cause out of what the books say, sent by a
 * provider that the operator sets up, and nobody gets one without consent. docs/domain/messages.md. Notices on paper are in
 * {@code form} and {@code report}. Start with {@link org.dongvon.notice.making.MakeMessages} and {@link
 * org.dongvon.notice.sending.SendMessages}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "programme",
            "household",
            "group",
            "loan",
            "savings",
            "session",
            "ledger"
        })
@NullMarked
package org.dongvon.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
