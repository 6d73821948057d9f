package org.dongvon.notice.making;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.making.Recipients.Recipient;
import org.dongvon.shared.text.Formats;

/**
 * A message that is to be made: to whom, of what, with which facts.
 *
 * @param cause what it tells of, such as {@code line:0190…}; one message for a cause and person
 * @param aboutOn the day it speaks of
 * @param facts the places of its text
 */
record Draft(Recipient to, MessageKind kind, String cause, LocalDate aboutOn, Map<String, String> facts) {

    /** The facts of a message, written in the person's language. */
    static Facts facts(Recipient to) {
        return new Facts(Formats.in(to.language())).text("name", to.name());
    }

    /** Facts by their places. */
    static final class Facts {

        private final Formats formats;
        private final Map<String, String> all = new HashMap<>();

        private Facts(Formats formats) {
            this.formats = formats;
        }

        Facts text(String place, String text) {
            all.put(place, text);
            return this;
        }

        Facts dong(String place, long amount) {
            return text(place, formats.dong(new Dong(amount)));
        }

        Facts day(String place, LocalDate day) {
            return text(place, formats.date(day));
        }

        Map<String, String> all() {
            return Map.copyOf(all);
        }
    }
}
